package dev.jacquard.kubernetes.upkeep;

import dev.jacquard.kubernetes.cluster.Inventory;
import dev.jacquard.kubernetes.engine.EngineManifests;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for what is missing in a namespace for a run; changes nothing. */
public final class ClusterDoctor {

  /** The first in which a Job without restarts can be had without a switch. */
  private static final int LEAST_MINOR = 29;

  private static final String PATIENT = "doctor";

  private final Inventory inventory;
  private final String namespace;
  private final List<Finding> findings = new ArrayList<>();

  /** Prepares to look at a namespace. */
  public ClusterDoctor(Inventory inventory, String namespace) {
    this.inventory = inventory;
    this.namespace = namespace;
  }

  /**
   * Looks at all of it.
   *
   * @param image what pods are to run; empty: not known
   * @param host where pods are to reach an engine of this user; empty: it is to be a pod
   * @throws dev.jacquard.kubernetes.cluster.ClusterException if the cluster cannot be reached
   */
  public List<Finding> examine(String image, String host, Profiles profiles) {
    version();
    if (host.isEmpty()) {
      rightsOfACaller();
    } else {
      rightsOfAnEngine();
    }
    quotas();
    admission(image, profiles);
    if (!image.isEmpty()) {
      image(image);
    }
    if (!host.isEmpty()) {
      address(host);
    }
    return List.copyOf(findings);
  }

  private void version() {
    String version = inventory.version();
    int minor = Integer.parseInt(version.substring(version.indexOf('.') + 1));
    findings.add(
        version.startsWith("1.") && minor < LEAST_MINOR
            ? Finding.lack(
                "version",
                "the cluster is Kubernetes " + version,
                "It must be 1." + LEAST_MINOR + " or later.")
            : Finding.fine("version", "Kubernetes " + version + " at " + inventory.server()));
  }

  /** The engine is a pod, and has rights of its own. */
  private void rightsOfACaller() {
    lacks(Right.OF_A_CALLER, "all that it takes to have an engine in a pod of namespace ");
    if (inventory.hasAccount(EngineManifests.ACCOUNT)) {
      findings.add(Finding.fine("account", EngineManifests.ACCOUNT + " is there"));
      return;
    }
    Map<String, Set<String>> missing = missing(Right.OF_THE_FIRST_CALLER);
    String words = "there is no service account " + EngineManifests.ACCOUNT;
    findings.add(
        missing.isEmpty()
            ? Finding.fine("account", words + " yet; the first run makes it")
            : Finding.lack(
                "account",
                words + ", and you may not make " + String.join(", ", missing.keySet()),
                "Somebody who may: kubectl apply -n %s -k deploy/kubernetes/base"
                    .formatted(namespace)));
  }

  private void lacks(List<Right> rights, String fine) {
    Map<String, Set<String>> missing = missing(rights);
    if (missing.isEmpty()) {
      findings.add(Finding.fine("rights", fine + namespace));
    }
    missing.forEach(
        (resource, verbs) ->
            findings.add(Finding.lack("rights", mayNot(resource, verbs), grant(resource, verbs))));
  }

  private void rightsOfAnEngine() {
    lacks(Right.OF_AN_ENGINE, "all that an engine needs in namespace ");
    missing(Right.OF_A_NAMED_RUN)
        .forEach(
            (resource, verbs) ->
                findings.add(
                    Finding.unsure(
                        "rights",
                        mayNot(resource, verbs),
                        "A run with a --run-name needs it: " + grant(resource, verbs))));
  }

  private Map<String, Set<String>> missing(List<Right> rights) {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Right right : rights) {
      if (!inventory.may(right.verb(), right.group(), right.resource())) {
        missing.computeIfAbsent(right.resource(), r -> new TreeSet<>()).add(right.verb());
      }
    }
    return missing;
  }

  private String mayNot(String resource, Set<String> verbs) {
    return "you may not %s %s in namespace %s"
        .formatted(String.join(", ", verbs), resource, namespace);
  }

  private String grant(String resource, Set<String> verbs) {
    return "kubectl create role jacquard-%s --verb=%s --resource=%s -n %s, and a rolebinding for you."
        .formatted(resource.replace('/', '-'), String.join(",", verbs), resource, namespace);
  }

  private void quotas() {
    Optional<List<ResourceQuota>> quotas = inventory.quotas();
    if (quotas.isEmpty()) {
      findings.add(
          Finding.unsure(
              "quota",
              "you may not see the quotas of namespace " + namespace,
              "Without list on resourcequotas a run tells of a quota when it meets it."));
      return;
    }
    List<String> full = quotas.get().stream().flatMap(quota -> full(quota).stream()).toList();
    findings.add(
        full.isEmpty()
            ? Finding.fine("quota", quotas.get().isEmpty() ? "none" : "there is room")
            : Finding.lack(
                "quota",
                String.join("; ", full),
                "Free some of it, or ask for a larger quota; what dead runs have left goes with jacquard"
                    + " kubernetes gc."));
  }

  /** What there is no more of: where what is used is what may be. */
  private static List<String> full(ResourceQuota quota) {
    List<String> full = new ArrayList<>();
    if (quota.getStatus() == null || quota.getStatus().getHard() == null) {
      return full;
    }
    Map<String, Quantity> used =
        quota.getStatus().getUsed() == null ? Map.of() : quota.getStatus().getUsed();
    new TreeMap<>(quota.getStatus().getHard())
        .forEach(
            (name, hard) -> {
              Quantity now = used.get(name);
              if (now != null
                  && now.getNumericalAmount().compareTo(hard.getNumericalAmount()) >= 0) {
                full.add(
                    "%s is used up in quota %s: %s of %s"
                        .formatted(name, quota.getMetadata().getName(), now, hard));
              }
            });
    return full;
  }

  /** Pod security and whatever else has a say: the API server is asked, and makes nothing. */
  private void admission(String image, Profiles profiles) {
    PodSettings settings = PodSettings.of(image.isEmpty() ? PATIENT : image, "localhost:1");
    RunNames names = new RunNames(PATIENT);
    Job job = new PoolJobs(names, settings, profiles).job(WorkerPool.PLAIN, 1, 1);
    Optional<String> refusal =
        inventory.may("create", "batch", "jobs") ? inventory.objection(job) : Optional.empty();
    if (refusal.isEmpty() && inventory.may("create", "", "pods")) {
      refusal = inventory.objection(pod(job));
    } else if (refusal.isEmpty()) {
      findings.add(
          Finding.unsure(
              "admission",
              "a pod was not tried: you may not create pods in namespace " + namespace,
              "A run needs no such right; somebody who has it can ask for you."));
      return;
    }
    findings.add(
        refusal
            .map(
                words ->
                    Finding.lack(
                        "admission",
                        "the cluster refuses a worker's pod: " + words,
                        "Its words say what it wants; a profile's podTemplate can give it."))
            .orElseGet(() -> Finding.fine("admission", "a worker's pod is let in")));
  }

  private static Pod pod(Job job) {
    PodTemplateSpec template = job.getSpec().getTemplate();
    return new PodBuilder()
        .withNewMetadata()
        .withName(job.getMetadata().getName())
        .withLabels(template.getMetadata().getLabels())
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
  }

  private void image(String image) {
    Optional<Set<String>> images = inventory.images();
    boolean there =
        images.map(names -> names.stream().anyMatch(name -> isSame(name, image))).orElse(false);
    findings.add(
        there
            ? Finding.fine("image", image + " is on a node")
            : Finding.unsure(
                "image",
                images.isEmpty()
                    ? "you may not see which images nodes have"
                    : image + " is on no node yet, and will be pulled",
                "Nodes must reach its registry; if that wants credentials, a profile names imagePullSecrets."));
  }

  /** Nodes know images by their whole names: {@code docker.io/library/app:1}. */
  private static boolean isSame(String onNode, String image) {
    return onNode.equals(image)
        || onNode.equals("docker.io/" + image)
        || onNode.equals("docker.io/library/" + image);
  }

  private void address(String host) {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      boolean loopback = List.of(addresses).stream().allMatch(InetAddress::isLoopbackAddress);
      String text =
          List.of(addresses).stream()
              .map(InetAddress::getHostAddress)
              .collect(Collectors.joining(", "));
      findings.add(
          loopback
              ? Finding.lack(
                  "address",
                  host + " is loopback, which is another machine to each pod",
                  "Give --advertise an address of this machine that pods reach.")
              : Finding.unsure(
                  "address", host + " is " + text, "Only a pod can tell whether it reaches it."));
    } catch (UnknownHostException e) {
      findings.add(
          Finding.lack("address", host + " is not known here", "Check the name in --advertise."));
    }
  }
}
