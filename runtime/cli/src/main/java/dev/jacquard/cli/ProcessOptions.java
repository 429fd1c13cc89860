package dev.jacquard.cli;

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
      description = "How many calls each worker process carries out at once; default: 1.")
  private @Nullable Integer slots;

  @Option(
      names = "--worker-option",
      paramLabel = "OPT",
      description =
          "An option of java for the worker processes: --worker-option=-Xmx512m; repeatable.")
  private List<String> javaOptions = new ArrayList<>();

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      description =
          "How long a worker process may be silent before its calls go to another; default: 10s.")
  private @Nullable String lease;

  ProcessOptions() {}

  /**
   * Refuses what cannot be done; where there are no workers, all of it.
   *
   * @param others whether there are workers that are started elsewhere
   */
  void check(boolean onWorkers, boolean others) {
    if (!onWorkers) {
      given()
          .ifPresent(
              option -> {
                throw new UsageException(option + " must be given with --backend workers alone.");
              });
    }
    checkCount("--workers", workers, others ? 0 : 1);
    checkCount("--worker-slots", slots, 1);
    lease();
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
    return lease().map(slotted::withLease).orElse(slotted);
  }

  private Optional<String> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--workers", workers != null);
    given.put("--worker-slots", slots != null);
    given.put("--worker-option", !javaOptions.isEmpty());
    given.put("--lease", lease != null);
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

  private Optional<Duration> lease() {
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
}
