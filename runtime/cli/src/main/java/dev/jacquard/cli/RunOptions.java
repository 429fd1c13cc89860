package dev.jacquard.cli;

import dev.jacquard.cli.progress.ProgressStyle;
import dev.jacquard.kubernetes.KubernetesOptionsBuilder;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.worker.WorkersOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code jacquard run} runs. */
final class RunOptions {

  @Option(
      names = "--backend",
      paramLabel = "BACKEND",
      description =
          "Where calls are carried out: local (threads of this process), the default; workers (warm"
              + " processes on this machine); or kubernetes (pods of a cluster).")
  private String backend = "local";

  @Mixin private ProcessOptions processes = new ProcessOptions();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "How many calls run at once where the workflow sets no limit; default: the processors.")
  private @Nullable Integer parallelism;

  @Option(
      names = "--strict",
      description =
          "Check that every value survives encoding, and that no task modifies its arguments.")
  private boolean strict;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result here instead of to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--progress",
      paramLabel = "STYLE",
      description =
          "${COMPLETION-CANDIDATES}; default: auto: on a terminal a bar for each map and a line for the"
              + " replicas of each actor, plain lines elsewhere.")
  private ProgressStyle progress = ProgressStyle.auto;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Cancel the execution after this time, and fail: 30s, 5m, 2h.")
  private @Nullable String timeout;

  @Option(names = "--stacktrace", description = "Show the whole stack trace of a failure.")
  private boolean stacktrace;

  @Mixin private ListenOptions listen = new ListenOptions();

  @Mixin private PodOptions pods = new PodOptions();

  RunOptions() {}

  /** Refuses what cannot be done, before anything is opened. */
  void check() {
    BackendName name = backend();
    processes.check(name, listen.given());
    listen.check(name);
    pods.check(name == BackendName.KUBERNETES);
    if (name == BackendName.KUBERNETES && listen.given() && !pods.isHere()) {
      throw new UsageException(
          "--listen must be given with --advertise, where pods reach what listens here.");
    }
    checkParallelism(name);
    timeout();
    output().ifPresent(file -> OutputFiles.check("--output", file));
  }

  private void checkParallelism(BackendName name) {
    if (parallelism == null) {
      return;
    }
    if (name != BackendName.LOCAL) {
      String others = name == BackendName.WORKERS ? "--workers" : "--max-pods";
      throw new UsageException(
          "--parallelism must be left to %s and --worker-slots where those carry out the calls."
              .formatted(others));
    }
    if (parallelism < 1) {
      throw new UsageException("--parallelism must be 1 or more; found " + parallelism + ".");
    }
  }

  BackendName backend() {
    return BackendName.parse(backend);
  }

  /** The pods that were asked for. */
  KubernetesOptionsBuilder kubernetes(Map<String, String> environment) {
    KubernetesOptionsBuilder builder = pods.options(listen.address(), environment);
    processes.lease().ifPresent(builder::lease);
    processes.offloadAbove().ifPresent(builder::offloadAbove);
    return builder.pods(processes.of(builder.pods()));
  }

  /** Which pods, and whose engine. */
  PodOptions pods() {
    return pods;
  }

  /** The profiles of this environment. */
  Profiles profiles(Map<String, String> environment) {
    return pods.profiles().read(environment);
  }

  WorkersOptions workers() {
    return processes.workers(listen.given());
  }

  ListenOptions listen() {
    return listen;
  }

  Optional<Integer> parallelism() {
    return Optional.ofNullable(parallelism);
  }

  boolean strict() {
    return strict;
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  ProgressStyle progress() {
    return progress;
  }

  boolean stacktrace() {
    return stacktrace;
  }

  /** The timeout as it was written; for people. */
  String timeoutAsGiven() {
    return String.valueOf(timeout);
  }

  Optional<Duration> timeout() {
    if (timeout == null) {
      return Optional.empty();
    }
    Optional<Duration> parsed = Durations.parse(timeout).filter(time -> !time.isZero());
    if (parsed.isEmpty()) {
      throw new UsageException(
          "--timeout must be a duration such as 30s, 5m or 2h; found " + timeout + ".");
    }
    return parsed;
  }
}
