package dev.jacquard.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.kubernetes.manifest.PodSettings;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A namespace of its own in the cluster of {@code KUBECONFIG}, for a test that needs a real one.
 *
 * <p>{@code JACQUARD_TEST_LOAD} is a command that brings the image in a tar into the cluster,
 * {@code JACQUARD_TEST_BASE} a tar with an image that has {@code java}, {@code JACQUARD_TEST_HOST}
 * the address of this machine that pods reach.
 */
final class TestCluster implements AutoCloseable {

  private static final String HOW =
      "Tests of pods are skipped, since they need a cluster: set KUBECONFIG, JACQUARD_TEST_LOAD (a command that loads an image's"
          + " tar), JACQUARD_TEST_BASE (a tar of an image with java) and JACQUARD_TEST_HOST (this"
          + " machine's address for pods)";

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final String namespace;

  private TestCluster(String namespace) {
    this.namespace = namespace;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  /** Skips the test where there is none. */
  static TestCluster required() {
    boolean there =
        System.getenv("KUBECONFIG") != null && System.getenv("JACQUARD_TEST_LOAD") != null;
    if (!there && TOLD.compareAndSet(false, true)) {
      System.out.println(HOW);
    }
    assumeTrue(there, HOW);
    return new TestCluster(
        "jacquard-test-" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36));
  }

  static Path baseImage() {
    return Path.of(System.getenv("JACQUARD_TEST_BASE"));
  }

  static void load(Path tar) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The image " + tar + " could not be loaded.");
    }
  }

  static String host() {
    return System.getenv().getOrDefault("JACQUARD_TEST_HOST", "10.244.0.1");
  }

  KubernetesClient client() {
    return client;
  }

  String namespace() {
    return namespace;
  }

  /** Options for a runtime here, on the image of the worker as it is. */
  KubernetesOptionsBuilder options() {
    int port = freePort();
    return KubernetesOptions.advertise(host(), port, WorkerImage.name()).toBuilder()
        .namespace(namespace)
        .mixedJava(true)
        .pods(PodSettings.of(WorkerImage.name(), host() + ":" + port));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host()))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts what is there of a kind, by the kind. */
  Map<String, Integer> leftovers() {
    return Map.of(
        "pods", client.pods().inNamespace(namespace).list().getItems().size(),
        "jobs", client.batch().v1().jobs().inNamespace(namespace).list().getItems().size(),
        "secrets", client.secrets().inNamespace(namespace).list().getItems().size());
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }
}
