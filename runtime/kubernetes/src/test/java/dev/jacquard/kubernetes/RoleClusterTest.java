package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.engine.EngineManifests;
import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The role of the manifests is what an engine needs, and nothing more. */
@Tag("cluster")
final class RoleClusterTest {

  /**
   * What a request of a kind takes of rights; of what is applied nobody knows whether it is there.
   */
  private static final Map<String, List<String>> VERBS =
      Map.of(
          "PATCH", List.of("create", "patch"),
          "POST", List.of("create"),
          "DELETE", List.of("deletecollection"),
          "WATCH", List.of("watch"));

  /** Which are asked for by their names. */
  private static final Set<String> BY_NAME = Set.of("secrets", "leases");

  private static final String RENEWAL = "PATCH leases";

  private TestCluster cluster;

  @BeforeEach
  void open() {
    cluster = TestCluster.required();
  }

  @AfterEach
  void close() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void anEngineWorksWithTheRoleAndUsesAllOfIt() {
    EngineManifests.base()
        .forEach(
            object -> cluster.client().resource(object).inNamespace(cluster.namespace()).create());
    Config engine = Config.autoConfigure(null);
    engine.setImpersonateUsername(
        "system:serviceaccount:" + cluster.namespace() + ":" + EngineManifests.ACCOUNT);
    untilRightsAreKnown(engine);
    Cluster opened = Cluster.open(engine, cluster.namespace());
    KubernetesOptions options =
        cluster.options().names(RunNames.of("role of " + cluster.namespace())).build();
    try (WorkflowRuntime runtime = KubernetesRuntime.open(options, opened)) {
      assertThat(runtime.run(PodTrialsWorkflows.doubles(List.of(1, 2, 3))))
          .containsExactly(2, 4, 6);
      Bench.until("its name is renewed", () -> opened.requests().counts().containsKey(RENEWAL));
    }
    assertThat(used(opened.requests().counts())).isEqualTo(granted());
    cluster.assertNothingLeft();
  }

  /** The API server hears of a new role a little later. */
  private void untilRightsAreKnown(Config engine) {
    try (KubernetesClient asked = new KubernetesClientBuilder().withConfig(engine).build()) {
      Bench.until(
          "its rights are known",
          () -> asked.leases().inNamespace(cluster.namespace()).withName("any").get() == null);
    }
  }

  private static Set<String> used(Map<String, Integer> requests) {
    Set<String> used = new TreeSet<>();
    for (String request : requests.keySet()) {
      String verb = request.substring(0, request.indexOf(' '));
      String resource = request.substring(request.indexOf(' ') + 1);
      String reading = BY_NAME.contains(resource) ? "get" : "list";
      VERBS.getOrDefault(verb, List.of(reading)).forEach(right -> used.add(right + " " + resource));
    }
    return used;
  }

  private static Set<String> granted() {
    Set<String> granted = new TreeSet<>();
    for (PolicyRule rule : role().getRules()) {
      for (String resource : rule.getResources()) {
        rule.getVerbs().forEach(verb -> granted.add(verb + " " + resource));
      }
    }
    return granted;
  }

  private static Role role() {
    return EngineManifests.base().stream()
        .filter(Role.class::isInstance)
        .map(Role.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
