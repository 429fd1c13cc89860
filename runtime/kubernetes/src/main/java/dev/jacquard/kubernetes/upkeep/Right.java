package dev.jacquard.kubernetes.upkeep;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that an engine does in its namespace.
 *
 * @param verb as in a Role
 * @param group as in a Role
 * @param resource as in a Role
 */
record Right(String verb, String group, String resource) {

  private static final String LEASES = "coordination.k8s.io";

  /** All that an engine does, and nothing more. */
  static final List<Right> OF_AN_ENGINE = ofAnEngine();

  /** What it does beside that where the run keeps a name. */
  static final List<Right> OF_A_NAMED_RUN =
      List.of(
          new Right("get", "", "secrets"),
          new Right("get", LEASES, "leases"),
          new Right("create", LEASES, "leases"),
          new Right("patch", LEASES, "leases"),
          new Right("deletecollection", LEASES, "leases"));

  /** What it takes to have an engine in a pod, and to reach it. */
  static final List<Right> OF_A_CALLER =
      List.of(
          new Right("create", "batch", "jobs"),
          new Right("patch", "batch", "jobs"),
          new Right("deletecollection", "batch", "jobs"),
          new Right("list", "", "pods"),
          new Right("watch", "", "pods"),
          new Right("get", "", "pods/portforward"), // the verb of a web socket
          new Right("create", "", "pods/portforward"));

  /** What it takes beside that to make what an engine's pod needs, once in a namespace. */
  static final List<Right> OF_THE_FIRST_CALLER = ofTheFirstCaller();

  /** What is applied where it is not yet has to be created, too. */
  private static List<Right> ofTheFirstCaller() {
    String access = "rbac.authorization.k8s.io";
    List<Right> rights = new ArrayList<>();
    for (String verb : new String[] {"create", "patch"}) {
      rights.add(new Right(verb, "", "serviceaccounts"));
      rights.add(new Right(verb, access, "roles"));
      rights.add(new Right(verb, access, "rolebindings"));
      rights.add(new Right(verb, "networking.k8s.io", "networkpolicies"));
    }
    return List.copyOf(rights);
  }

  private static List<Right> ofAnEngine() {
    List<Right> rights = new ArrayList<>();
    for (String verb : new String[] {"create", "patch", "deletecollection", "list", "watch"}) {
      rights.add(new Right(verb, "batch", "jobs"));
    }
    for (String verb : new String[] {"create", "patch", "deletecollection"}) {
      rights.add(new Right(verb, "", "secrets"));
    }
    for (String verb : new String[] {"list", "watch"}) {
      rights.add(new Right(verb, "", "pods"));
      rights.add(new Right(verb, "", "events"));
    }
    return List.copyOf(rights);
  }

  @Override
  public String toString() {
    return verb + " " + resource;
  }
}
