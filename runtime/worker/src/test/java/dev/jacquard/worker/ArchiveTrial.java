package dev.jacquard.worker;

import dev.jacquard.engine.WorkflowRuntime;
import java.util.List;

/** A program that runs one call on one worker and prints its answer, and what the worker prints. */
public final class ArchiveTrial {

  private ArchiveTrial() {}

  /** Takes options for the worker's JVM. */
  public static void main(String[] options) {
    WorkersOptions workers =
        WorkersOptions.of(1).withOutput(System.out::println).withJvmOptions(List.of(options));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(workers)) {
      System.out.println(runtime.run(TrialsWorkflows.one(21)));
    }
  }
}
