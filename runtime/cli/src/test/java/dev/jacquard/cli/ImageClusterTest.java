package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.cli.Command.Outcome;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that was built here, in a pod that may do as little as a pod can. */
@Tag("cluster")
final class ImageClusterTest {

  private static final String HOW =
      "skipped: needs a cluster; set KUBECONFIG, JACQUARD_TEST_LOAD (a command that loads an image's"
          + " tar) and JACQUARD_TEST_BASE (a tar of an image with java)";
  private static final String IMAGE = "jacquard.test/image-test:";

  @TempDir Path folder;

  @Test
  void imageRunsTheCommandWithoutAnyRights() throws Exception {
    boolean there =
        System.getenv("KUBECONFIG") != null
            && System.getenv("JACQUARD_TEST_LOAD") != null
            && System.getenv("JACQUARD_TEST_BASE") != null;
    if (!there) {
      System.out.println(HOW);
    }
    assumeTrue(there, HOW);
    String name = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
    Path shop = ShopCode.in(Files.createDirectory(folder.resolve("shop")));
    load(build(shop, IMAGE + name));
    try (KubernetesClient client = new KubernetesClientBuilder().build()) {
      String namespace = "jacquard-test-" + name;
      client
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(namespace)
                  .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                  .endMetadata()
                  .build())
          .create();
      // Without it the API server refuses pods.
      client
          .serviceAccounts()
          .inNamespace(namespace)
          .withName("default")
          .waitUntilCondition(Objects::nonNull, 2, TimeUnit.MINUTES);
      try {
        assertThat(log(client, namespace, IMAGE + name, "version", "[--version]"))
            .contains("jacquard ");
        assertThat(log(client, namespace, IMAGE + name, "worker", "[worker, --help]"))
            .contains("Usage: jacquard worker");
        assertThat(log(client, namespace, IMAGE + name, "list", "[run, countLines, --help]"))
            .contains("Usage: jacquard run [options] shop.Shop.countLines");
      } finally {
        client.namespaces().withName(namespace).delete();
      }
    }
  }

  private Path build(Path shop, String name) {
    Path tar = folder.resolve("image.tar");
    Outcome outcome =
        new Command()
            .environment("XDG_CACHE_HOME", folder.resolve("cache"))
            .run(
                "image",
                "--jar",
                shop,
                "--base",
                "tar://" + System.getenv("JACQUARD_TEST_BASE"),
                "--tar",
                tar,
                "--name",
                name);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return tar;
  }

  private static void load(Path tar) throws Exception {
    Process load =
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString()).inheritIO().start();
    assertThat(load.waitFor()).isZero();
  }

  private static String log(
      KubernetesClient client, String namespace, String image, String name, String words) {
    Pod pod =
        Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              restartPolicy: Never
              automountServiceAccountToken: false
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: jacquard
                  image: %s
                  args: %s
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities: {drop: [ALL]}
                  volumeMounts: [{name: scratch, mountPath: /tmp}]
              volumes: [{name: scratch, emptyDir: {}}]
            """
                .formatted(name, image, words),
            Pod.class);
    client.pods().inNamespace(namespace).resource(pod).create();
    Pod ended =
        client
            .pods()
            .inNamespace(namespace)
            .withName(name)
            .waitUntilCondition(
                now ->
                    now != null
                        && Set.of("Succeeded", "Failed").contains(now.getStatus().getPhase()),
                2,
                TimeUnit.MINUTES);
    String log = client.pods().inNamespace(namespace).withName(name).getLog();
    assertThat(ended.getStatus().getPhase()).as(log).isEqualTo("Succeeded");
    return log;
  }
}
