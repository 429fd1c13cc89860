package dev.jacquard.cli;

import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.KubernetesOptionsBuilder;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pods of {@code --backend kubernetes}. */
final class PodOptions {

  @Option(
      names = "--advertise",
      paramLabel = "HOST:PORT",
      description =
          "Run the engine here, where pods reach it; it listens there, or at --listen. Default: the engine is a pod of"
              + " its own, reached by a forwarded port.")
  private @Nullable String advertise;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Use an engine that is in the namespace already, by the name of its Deployment, and its warm pods.")
  private @Nullable String engine;

  @Mixin private ImageOption image = new ImageOption();

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Where the pods are; default: that of the context.")
  private @Nullable String namespace;

  @Option(
      names = "--run-name",
      paramLabel = "NAME",
      description =
          "A name that the run keeps: if its engine dies, the next one of that name goes on with its"
              + " pods.")
  private @Nullable String runName;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Which cluster of the kubeconfig; default: the current one.")
  private @Nullable String context;

  @Option(
      names = "--max-pods",
      paramLabel = "N",
      description = "How many pods of each kind are there at once; default: 10.")
  private @Nullable Integer mostPods;

  @Option(
      names = "--idle",
      paramLabel = "DURATION",
      description = "How long a pod may have nothing to do before it is let go; default: 10s.")
  private @Nullable String idle;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description =
          "How long to wait for room in the cluster while no pod serves; for what somebody has to"
              + " repair, half a minute at most; default: 5m.")
  private @Nullable String patience;

  @Mixin private ProfileOptions profiles = new ProfileOptions();

  PodOptions() {}

  ProfileOptions profiles() {
    return profiles;
  }

  /** Refuses what cannot be done, before anything is opened. */
  void check(boolean onKubernetes) {
    if (!onKubernetes) {
      given()
          .ifPresent(
              option -> {
                throw new UsageException(
                    option + " must be given with --backend kubernetes alone.");
              });
      return;
    }
    if (advertise != null) {
      GatewayAddress.parse("--advertise", advertise);
    }
    if (advertise != null && engine != null) {
      throw new UsageException(
          "--advertise and --engine must not be given together: the engine is here, or there.");
    }
    if (mostPods != null && mostPods < 1) {
      throw new UsageException("--max-pods must be 1 or more; found " + mostPods + ".");
    }
    if (runName().isPresent() && advertise == null) {
      throw new UsageException(
          "--run-name must be given with --advertise: an engine that is started for a run takes its pods with it, and one"
              + " that stays keeps names by itself.");
    }
    duration("--idle", idle);
    duration("--patience", patience);
  }

  private Optional<RunNames> runName() {
    try {
      return Optional.ofNullable(runName).map(RunNames::of);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--run-name: " + e.getMessage(), e);
    }
  }

  private Optional<String> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--advertise", advertise != null);
    given.put("--engine", engine != null);
    given.put("--image", image.given());
    given.put("--namespace", namespace != null);
    given.put("--run-name", runName != null);
    given.put("--context", context != null);
    given.put("--max-pods", mostPods != null);
    given.put("--idle", idle != null);
    given.put("--patience", patience != null);
    given.put("--profiles", profiles.given());
    return given.keySet().stream().filter(given::get).findFirst();
  }

  private static Optional<Duration> duration(String option, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Duration> parsed = Durations.parse(text);
    if (parsed.isEmpty()) {
      throw new UsageException(
          option + " must be a duration such as 30s, 5m or 2h; found " + text + ".");
    }
    return parsed;
  }

  /** Whether the engine is in this process. */
  boolean isHere() {
    return advertise != null;
  }

  /** The engine in the cluster that is to be used; empty: one is started. */
  Optional<String> engine() {
    return Optional.ofNullable(engine);
  }

  /** Opens the namespace. */
  Cluster cluster() {
    return Cluster.open(context, namespace);
  }

  /**
   * Returns what was asked for.
   *
   * @param listen where the engine listens, if not where it is reached
   */
  KubernetesOptionsBuilder options(
      Optional<GatewayAddress> listen, Map<String, String> environment) {
    KubernetesOptionsBuilder builder =
        (advertise == null ? elsewhere(environment) : here(advertise, listen, environment))
            .toBuilder().context(context).namespace(namespace);
    if (mostPods != null) {
      builder.mostPods(mostPods);
    }
    runName().ifPresent(builder::names);
    duration("--idle", idle).ifPresent(builder::idle);
    duration("--patience", patience).map(Patience::of).ifPresent(builder::patience);
    return builder;
  }

  private KubernetesOptions here(
      String advertised, Optional<GatewayAddress> listen, Map<String, String> environment) {
    GatewayAddress reached = GatewayAddress.parse("--advertise", advertised);
    InetSocketAddress here =
        listen
            .map(address -> address.resolved("--listen"))
            .orElseGet(() -> own(reached.resolved("--advertise")));
    return KubernetesOptions.advertise(reached.host(), reached.port(), image(environment))
        .toBuilder()
        .listen(here)
        .build();
  }

  /** Of an engine in the cluster, whose address is its own matter. */
  private KubernetesOptions elsewhere(Map<String, String> environment) {
    InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return KubernetesOptions.advertise("engine", nowhere, image(environment));
  }

  private String image(Map<String, String> environment) {
    return image.get(environment, "--backend kubernetes");
  }

  /** An address that others translate to one of this machine's is none of them. */
  private static InetSocketAddress own(InetSocketAddress reached) {
    try {
      return NetworkInterface.getByInetAddress(reached.getAddress()) != null
          ? reached
          : new InetSocketAddress(reached.getPort());
    } catch (SocketException e) {
      return reached;
    }
  }
}
