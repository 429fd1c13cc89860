package dev.jacquard.benchmarks;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A namespace of its own in the cluster of {@code KUBECONFIG}, which is deleted in the end, also of
 * a program that is interrupted.
 */
final class BenchmarkCluster implements AutoCloseable {

  private static final String IMAGE = "JACQUARD_BENCHMARK_IMAGE";
  private static final String HOST = "JACQUARD_BENCHMARK_HOST";

  /** What has to be set, and how one comes by it. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "KUBECONFIG",
          "the configuration of the cluster to measure on",
          IMAGE,
          "an image that jacquard image has built and the cluster has",
          HOST,
          "the address of this machine that pods reach");

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final String namespace = "jacquard-benchmark-" + RunNames.fresh().run();
  private final PodCensus census = new PodCensus();
  private final Path code;
  private final Thread interrupted = new Thread(this::delete);

  BenchmarkCluster(Path code) {
    this.code = code;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    Runtime.getRuntime().addShutdownHook(interrupted);
    client.pods().inNamespace(namespace).inform(census);
  }

  /** Returns a line for each thing that is missing here. */
  static List<String> missing() {
    return NEEDED.entrySet().stream()
        .filter(needed -> System.getenv(needed.getKey()) == null)
        .map(
            needed ->
                "%s must name %s; found nothing. Set it."
                    .formatted(needed.getKey(), needed.getValue()))
        .sorted()
        .toList();
  }

  static String image() {
    return System.getenv(IMAGE);
  }

  PodCensus census() {
    return census;
  }

  /** The namespace, with its requests counted from none on. */
  Cluster open() {
    return Cluster.open(Config.autoConfigure(null), namespace);
  }

  /** The release of the API server, and how many nodes it has with how many processors. */
  String version() {
    String nodes =
        client.nodes().list().getItems().stream()
            .map(node -> node.getStatus().getAllocatable().get("cpu") + " processors")
            .toList()
            .toString();
    return "Kubernetes " + client.getKubernetesVersion().getGitVersion() + ", nodes of " + nodes;
  }

  KubernetesOptions options() throws IOException {
    String host = System.getenv(HOST);
    return KubernetesOptions.advertise(host, freePort(host), image()).toBuilder()
        .namespace(namespace)
        .mixedJava(true)
        .idle(Duration.ofMinutes(10))
        .classPath(ClassPath.of(List.of(code)))
        .engine(LocalOptions.defaults().withGrace(Duration.ofSeconds(2)))
        .build();
  }

  private static int freePort(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    }
  }

  private void delete() {
    client.namespaces().withName(namespace).delete();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interrupted);
    delete();
    client.close();
  }
}
