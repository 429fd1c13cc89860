package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.cluster.Inventory;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.kubernetes.upkeep.ClusterDoctor;
import dev.jacquard.kubernetes.upkeep.Finding;
import dev.jacquard.kubernetes.upkeep.Finding.Kind;
import dev.jacquard.kubernetes.upkeep.Leftover;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
final class UpkeepClusterTest {

  @TempDir private Path folder;
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
  void nothingIsMissingForWhoMayDoAll() {
    assertThat(examine(Config.autoConfigure(null), Profiles.NONE))
        .extracting(Finding::kind)
        .doesNotContain(Kind.LACK);
  }

  @Test
  void eachMissingRightIsToldWithItsRepair() {
    Config nobody = Config.autoConfigure(null);
    nobody.setImpersonateUsername("system:serviceaccount:" + cluster.namespace() + ":default");
    List<Finding> lacks =
        examine(nobody, Profiles.NONE).stream().filter(f -> f.kind() == Kind.LACK).toList();
    assertThat(lacks)
        .extracting(Finding::words)
        .contains(
            "you may not create, deletecollection, patch secrets in namespace "
                + cluster.namespace(),
            "you may not list, watch pods in namespace " + cluster.namespace());
    assertThat(lacks)
        .extracting(Finding::repair)
        .contains(
            "kubectl create role jacquard-pods --verb=list,watch --resource=pods -n %s, and a rolebinding for you."
                .formatted(cluster.namespace()));
  }

  @Test
  void whoHasTheEngineInAPodNeedsOtherRights() {
    Config nobody = Config.autoConfigure(null);
    nobody.setImpersonateUsername("system:serviceaccount:" + cluster.namespace() + ":default");
    assertThat(examine(nobody, "", Profiles.NONE))
        .filteredOn(finding -> finding.kind() == Kind.LACK)
        .extracting(Finding::words)
        .contains("you may not create, get pods/portforward in namespace " + cluster.namespace())
        .noneMatch(words -> words.contains("secrets"));
    assertThat(examine(Config.autoConfigure(null), "", Profiles.NONE))
        .extracting(Finding::words)
        .contains("there is no service account jacquard-engine yet; the first run makes it");
  }

  @Test
  void whatTheClusterRefusesIsToldInItsWords() throws Exception {
    cluster
        .client()
        .namespaces()
        .withName(cluster.namespace())
        .edit(
            namespace ->
                new NamespaceBuilder(namespace)
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
    Path file = folder.resolve("profiles.yaml");
    Files.writeString(file, "default: {podTemplate: {spec: {hostNetwork: true}}}\n");
    Profiles profiles = Profiles.read(file);
    // The API server may hear of the label a little later.
    await()
        .untilAsserted(
            () ->
                assertThat(examine(Config.autoConfigure(null), profiles))
                    .filteredOn(finding -> finding.kind() == Kind.LACK)
                    .singleElement()
                    .extracting(Finding::words)
                    .asString()
                    .startsWith("the cluster refuses a worker's pod: ")
                    .contains("hostNetwork"));
  }

  @Test
  void whatARunHasLeftIsFoundAndRemoved() {
    RunNames run = RunNames.fresh();
    cluster
        .client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(run.job("plain", 1))
                .withNamespace(cluster.namespace())
                .withLabels(run.labels("plain"))
                .endMetadata()
                .build())
        .create();
    try (Cluster opened = Cluster.open((String) null, cluster.namespace())) {
      assertThat(Leftover.of(new Inventory(opened).ofRuns()))
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.run()).isEqualTo(run.run());
                assertThat(left.objects()).isEqualTo(Map.of("Secret", 1));
              });
      opened.deleteAll(run);
      assertThat(new Inventory(opened).ofRuns()).isEmpty();
    }
  }

  private List<Finding> examine(Config config, Profiles profiles) {
    return examine(config, TestCluster.host(), profiles);
  }

  private List<Finding> examine(Config config, String host, Profiles profiles) {
    try (Cluster opened = Cluster.open(config, cluster.namespace())) {
      return new ClusterDoctor(new Inventory(opened), cluster.namespace())
          .examine("", host, profiles);
    }
  }
}
