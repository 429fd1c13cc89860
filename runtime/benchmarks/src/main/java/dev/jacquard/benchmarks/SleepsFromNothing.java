package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.util.Collections;

/**
 * A whole program: two worker processes of five slots are started, 100 calls sleep 100 ms each, ten
 * at once, and everything is closed.
 */
final class SleepsFromNothing {

  private SleepsFromNothing() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (WorkflowRuntime runtime = WorkerRuntime.workers(WorkersOptions.of(2).withSlots(5))) {
      runtime.run(PipelinesWorkflows.sleeps(Collections.nCopies(100, 100)));
    }
  }
}
