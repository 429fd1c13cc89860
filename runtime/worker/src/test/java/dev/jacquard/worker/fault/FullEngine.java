package dev.jacquard.worker.fault;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.BreakdownException;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.OffloadTrialsWorkflows;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** An engine in a process of its own, whose heap does not hold what it is to hold. */
final class FullEngine {

  private FullEngine() {}

  /** What there is too much of. */
  enum TooMuch {
    /** Results that come in messages. */
    SHORT_RESULTS,
    /** Results that come in files. */
    LONG_RESULTS,
    /** Arguments that go in messages. */
    ARGUMENTS
  }

  public static void main(String[] words) throws Exception {
    WorkersOptions options =
        WorkersOptions.of(1)
            .withOffloadAbove(1 << 20)
            .withJvmOptions(List.of("-XX:TieredStopAtLevel=1"));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options)) {
      fail(runtime, call(TooMuch.valueOf(words[0])));
      System.out.println(letsGo() ? "lets go of it" : "holds it");
      try {
        runtime.run(OffloadTrialsWorkflows.sizes(List.of(new byte[10])));
        System.out.println("goes on");
      } catch (BreakdownException e) {
        System.out.println("says that it cannot go on: " + e.getMessage());
      }
    }
  }

  /** Whether soon no more of the heap is in use than a half. */
  private static boolean letsGo() throws InterruptedException {
    Runtime process = Runtime.getRuntime();
    for (int i = 0; i < 100; i++) {
      System.gc();
      if (process.totalMemory() - process.freeMemory() < process.maxMemory() / 2) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private static WorkflowCall<?> call(TooMuch what) {
    List<Integer> thousand = IntStream.range(0, 1000).boxed().toList();
    return switch (what) {
      case SHORT_RESULTS -> OffloadTrialsWorkflows.manyNumbered(thousand, "x".repeat(500_000));
      case LONG_RESULTS -> OffloadTrialsWorkflows.manyNumbered(thousand, "x".repeat(3_000_000));
      case ARGUMENTS -> OffloadTrialsWorkflows.sizes(Collections.nCopies(1000, new byte[900_000]));
    };
  }

  private static void fail(WorkflowRuntime runtime, WorkflowCall<?> call)
      throws InterruptedException {
    try {
      runtime.run(call);
      System.out.println("had room for it all");
    } catch (ExecutionFailedException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }
}
