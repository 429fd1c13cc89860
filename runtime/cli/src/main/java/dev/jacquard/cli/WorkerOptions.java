package dev.jacquard.cli;

import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.worker.WorkersOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What each worker is like, whether it is a process here or a pod. */
final class WorkerOptions {

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

  WorkerOptions() {}

  /** Refuses what cannot be done. */
  void check() {
    if (slots != null && slots < 1) {
      throw new UsageException("--worker-slots must be 1 or more; found " + slots + ".");
    }
    if (!javaOptions.isEmpty()) {
      checkJavaOptions();
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

  /** The first option that was given. */
  Optional<String> given() {
    if (slots != null) {
      return Optional.of("--worker-slots");
    }
    return javaOptions.isEmpty() ? Optional.empty() : Optional.of("--worker-option");
  }

  /** Returns such processes. */
  WorkersOptions of(WorkersOptions workers) {
    WorkersOptions options = workers.withJvmOptions(javaOptions);
    return slots == null ? options : options.withSlots(slots);
  }

  /** Returns such pods. */
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
}
