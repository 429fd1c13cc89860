package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

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

  private static final Duration SOON = Duration.ofMinutes(2);

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final String namespace;

  private TestCluster(String namespace) {
    this.namespace = namespace;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    // Without it the API server refuses pods.
    await()
        .atMost(SOON)
        .until(
            () ->
                client.serviceAccounts().inNamespace(namespace).withName("default").get() != null);
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
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host()))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets so many pods be here, and from now on: the API server itself hears of it later. */
  void quota(String pods) {
    ResourceQuota quota =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName("few")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withHard(Map.of("pods", Quantity.parse(pods), "services", Quantity.parse("0")))
            .endSpec()
            .build();
    client.resource(quota).create();
    await().atMost(SOON).until(this::serviceExceedsQuota);
  }

  private boolean serviceExceedsQuota() {
    Service service =
        new ServiceBuilder()
            .withNewMetadata()
            .withName("canary")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .addNewPort()
            .withPort(1)
            .endPort()
            .endSpec()
            .build();
    try {
      client.resource(service).dryRun().create();
      return false;
    } catch (KubernetesClientException refused) {
      return refused.getMessage().contains("exceeded quota: few");
    }
  }

  /** Fails with the list of what Jacquard has made here and is not gone soon. */
  void assertNothingLeft() {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(left()).as("left in " + namespace).isEmpty());
  }

  /** What Jacquard has made here and is there, as {@code Pod jacquard-…}. */
  List<String> left() {
    return Stream.of(
            client.batch().v1().jobs().inNamespace(namespace),
            client.pods().inNamespace(namespace),
            client.secrets().inNamespace(namespace),
            client.configMaps().inNamespace(namespace),
            client.leases().inNamespace(namespace))
        .flatMap(kind -> kind.withLabel(RunNames.MANAGED_BY, RunNames.JACQUARD).resources())
        .map(Resource::item)
        .map(object -> object.getKind() + " " + object.getMetadata().getName())
        .toList();
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }
}
