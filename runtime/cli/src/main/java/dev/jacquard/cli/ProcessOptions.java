package dev.jacquard.cli;

import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.spi.QuantityText;
import dev.jacquard.worker.WorkersOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--worker-slots",
      paramLabel = "N",
      description = "How many calls each worker process, or pod, carries out at once; default: 1.")
  private @Nullable Integer slots;

  @Option(
      names = "--worker-option",
      paramLabel = "OPT",
      description =
          "An option of java for the worker processes or pods: --worker-option=-Xmx512m; repeatable.")
  private List<String> javaOptions = new ArrayList<>();

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
    checkCount("--workers", workers, others ? 0 : 1);
    checkCount("--worker-slots", slots, 1);
    lease();
    offloadAbove();
    if (!javaOptions.isEmpty()) {
      checkJavaOptions();
    }
  }

  /**
   * Returns the workers that were asked for.
   *
   * @param others whether there are workers that are started elsewhere
   */
  WorkersOptions workers(boolean others) {
    int most = others ? 0 : Runtime.getRuntime().availableProcessors();
    int processes = workers == null ? most : workers;
    WorkersOptions options = WorkersOptions.of(processes).withJvmOptions(javaOptions);
    WorkersOptions slotted = slots == null ? options : options.withSlots(slots);
    WorkersOptions leased = lease().map(slotted::withLease).orElse(slotted);
    return offloadAbove().map(leased::withOffloadAbove).orElse(leased);
  }

  /** Returns the same for pods. */
  PodSettings of(PodSettings pods) {
    return new PodSettings(
        pods.image(),
        pods.connect(),
        slots == null ? pods.slots() : slots,
        javaOptions,
        pods.patience(),
        pods.grace(),
        pods.kept());
  }

  private Optional<String> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--workers", workers != null);
    given.put("--worker-slots", slots != null);
    given.put("--worker-option", !javaOptions.isEmpty());
    given.put("--lease", lease != null);
    given.put("--offload-above", offloadAbove != null);
    return given.keySet().stream().filter(given::get).findFirst();
  }

  private static void checkCount(String option, @Nullable Integer count, int least) {
    if (count != null && count < least) {
      throw new UsageException(option + " must be " + least + " or more; found " + count + ".");
    }
  }

  /** Workers that cannot start would be started again and again. */
  private void checkJavaOptions() {
    JavaOptions.objection(javaOptions)
        .ifPresent(
            objection -> {
              throw new UsageException(
                  "--worker-option must be an option that java takes, such as -Xmx512m; found "
                      + String.join(" ", javaOptions)
                      + ":\n  "
                      + objection);
            });
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
