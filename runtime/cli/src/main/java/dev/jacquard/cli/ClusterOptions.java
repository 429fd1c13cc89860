package dev.jacquard.cli;

import dev.jacquard.kubernetes.cluster.Cluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which namespace of which cluster. */
final class ClusterOptions {

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Where the pods are; default: that of the context.")
  private @Nullable String namespace;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Which cluster of the kubeconfig; default: the current one.")
  private @Nullable String context;

  ClusterOptions() {}

  Cluster open() {
    return Cluster.open(context, namespace);
  }
}
