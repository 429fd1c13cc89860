package dev.jacquard.cli;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.pool.ReplicaShares;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.engine.EnginePod;
import dev.jacquard.server.service.ClusterRuntimes;
import dev.jacquard.server.service.EngineServer;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jacquard engine}. */
@Command(
    name = "engine",
    description = {
      "Runs the workflows of those who connect, on the pods of a cluster; itself a pod, as a rule.",
      "jacquard run --backend kubernetes starts one for its run; deploy/kubernetes/engine has one that stays."
          + " Whoever reaches its port may run code as it does: it listens on loopback, where a port-forward leads to."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExit codes:%n",
    footer = "  0 it was told to end, or nobody wanted anything for --leave-after; 2 wrong usage")
final class EngineCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Console console;

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      required = true,
      description = "By which pods reach this process: its address, or the name of a service.")
  private String advertise = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A name that the engine keeps: when it dies, the next one of that name goes on with its pods.")
  private @Nullable String name;

  @Option(
      names = "--ports",
      paramLabel = "FROM-TO",
      description = "Where pods connect, a port for each application; default: ${DEFAULT-VALUE}.")
  private String ports = "7440-7999";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where those connect who have workflows to run; default: ${DEFAULT-VALUE}.")
  private String listen = "127.0.0.1:" + EnginePod.PORT;

  @Option(
      names = "--health",
      paramLabel = "PORT",
      description =
          "Where its health can be asked for, by gRPC's health service; default: ${DEFAULT-VALUE}.")
  private int health = EnginePod.PORT + 1;

  @Option(
      names = "--leave-after",
      paramLabel = "DURATION",
      description = "End when nobody has wanted anything for so long; default: never.")
  private @Nullable String leaveAfter;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  EngineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    GrpcLogging.silence();
    BlobStore blobs = FolderBlobStore.ofUser();
    LocalOptions engine =
        LocalOptions.defaults().withBlobs(blobs).withGrace(GRACE).withShares(new ReplicaShares());
    ClusterRuntimes runtimes = new ClusterRuntimes(this::open, advertise, name, ports(), engine);
    try (EngineServer server = EngineServer.start(options(), blobs, runtimes)) {
      Signals.register("TERM", server::end);
      Signals.register("INT", server::end);
      console.err().println("jacquard: the engine is at " + listen);
      server.awaitEnd();
    } catch (UncheckedIOException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    return ExitCode.SUCCEEDED;
  }

  private EngineServer.Options options() {
    return new EngineServer.Options(
        GatewayAddress.parse("--listen", listen).resolved("--listen"),
        Optional.of(new InetSocketAddress((InetAddress) null, health)),
        Path.of(System.getProperty("java.io.tmpdir"), "jacquard-jars"),
        PATIENCE,
        leaveAfter());
  }

  private Optional<Duration> leaveAfter() {
    if (leaveAfter == null) {
      return Optional.empty();
    }
    Optional<Duration> parsed = Durations.parse(leaveAfter);
    if (parsed.isEmpty()) {
      throw new UsageException(
          "--leave-after must be a duration such as 30s, 5m or 2h; found " + leaveAfter + ".");
    }
    return parsed;
  }

  private ClusterRuntimes.Ports ports() {
    String[] ends = ports.split("-", -1);
    if (ends.length == 2 && ends[0].matches("[0-9]{1,5}") && ends[1].matches("[0-9]{1,5}")) {
      try {
        return new ClusterRuntimes.Ports(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--ports: " + e.getMessage(), e);
      }
    }
    throw new UsageException("--ports must be FROM-TO, as in 7440-7999; found " + ports + ".");
  }

  /** In a pod that is one run's own, what it makes goes with that. */
  private Cluster open() {
    Cluster opened = cluster.open();
    Map<String, String> environment = console.environment();
    String pod = environment.get("JACQUARD_OWNER_POD");
    String uid = environment.get("JACQUARD_OWNER_UID");
    if (pod != null && uid != null) {
      opened.own(
          new OwnerReferenceBuilder()
              .withApiVersion("v1")
              .withKind("Pod")
              .withName(pod)
              .withUid(uid)
              .build());
    }
    return opened;
  }
}
