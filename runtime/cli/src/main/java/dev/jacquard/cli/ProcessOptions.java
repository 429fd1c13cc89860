package dev.jacquard.cli;

import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.spi.QuantityText;
import dev.jacquard.worker.WorkersOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The processes that {@code --backend workers} starts. */
final class ProcessOptions {

  private static final Duration LEAST_LEASE = Duration.ofMillis(100);

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "How many processes --backend workers starts; default: the processors, or none with --listen.")
  private @Nullable Integer workers;

  @Mixin private WorkerOptions each = new WorkerOptions();

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      description =
          "How long a worker process may be silent before its calls go to another; default: 10s.")
  private @Nullable String lease;

  @Option(
      names = "--offload-above",
      paramLabel = "SIZE",
      description =
          "Values whose encoding has more bytes go to workers and back through files; as 500k or 4Mi, or never; default: 1Mi.")
  private @Nullable String offloadAbove;

  ProcessOptions() {}

  /**
   * Refuses what cannot be done; where there are no workers, all of it.
   *
   * @param others whether there are workers that are started elsewhere
   */
  void check(BackendName backend, boolean others) {
    if (backend == BackendName.KUBERNETES && workers != null) {
      throw new UsageException(
          "--workers must be left to --max-pods where pods carry out the calls.");
    }
    if (backend == BackendName.LOCAL) {
      given()
          .ifPresent(
              option -> {
                throw new UsageException(
                    option + " must be given with --backend workers or kubernetes alone.");
              });
    }
    int least = others ? 0 : 1;
    if (workers != null && workers < least) {
      throw new UsageException("--workers must be " + least + " or more; found " + workers + ".");
    }
    lease();
    offloadAbove();
    each.check();
  }

  /**
   * Returns the workers that were asked for.
   *
   * @param others whether there are workers that are started elsewhere
   */
  WorkersOptions workers(boolean others) {
    int most = others ? 0 : Runtime.getRuntime().availableProcessors();
    int processes = workers == null ? most : workers;
    WorkersOptions options = each.of(WorkersOptions.of(processes));
    WorkersOptions leased = lease().map(options::withLease).orElse(options);
    return offloadAbove().map(leased::withOffloadAbove).orElse(leased);
  }

  /** Returns the same for pods. */
  PodSettings of(PodSettings pods) {
    return each.of(pods);
  }

  private Optional<String> given() {
    Map<String, Boolean> others = new LinkedHashMap<>();
    others.put("--workers", workers != null);
    each.given().ifPresent(option -> others.put(option, true));
    others.put("--lease", lease != null);
    others.put("--offload-above", offloadAbove != null);
    return others.keySet().stream().filter(others::get).findFirst();
  }

  Optional<Duration> lease() {
    if (lease == null) {
      return Optional.empty();
    }
    Optional<Duration> parsed =
        Durations.parse(lease).filter(time -> time.compareTo(LEAST_LEASE) >= 0);
    if (parsed.isEmpty()) {
      throw new UsageException(
          "--lease must be a duration of 100ms or more, such as 10s; found " + lease + ".");
    }
    return parsed;
  }

  Optional<Long> offloadAbove() {
    if (offloadAbove == null) {
      return Optional.empty();
    }
    if (offloadAbove.equals("never")) {
      return Optional.of(WorkersOptions.NEVER);
    }
    try {
      long bytes = QuantityText.parse(offloadAbove).longValueExact();
      if (bytes > 0) {
        return Optional.of(bytes);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // told below
    }
    throw new UsageException(
        "--offload-above must be a number of bytes, such as 500k or 4Mi, or never; found "
            + offloadAbove
            + ".");
  }
}
