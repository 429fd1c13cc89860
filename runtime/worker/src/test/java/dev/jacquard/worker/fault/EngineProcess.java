package dev.jacquard.worker.fault;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * An engine in a process of its own. Prints a line when its workers run calls, waits for a line,
 * and ends as its argument says.
 */
final class EngineProcess {

  static final String READY = "ready";

  private EngineProcess() {}

  /** How it ends. */
  enum End {
    /** After all its work is done. */
    WITHOUT_WORK,
    /** With calls that heed their interruption. */
    WITH_WORK,
    /** With calls that do not. */
    WITH_DEFIANT_WORK,
    /** Without closing its runtime. */
    BY_EXIT
  }

  @SuppressWarnings("SystemExitOutsideMain") // it is in main
  public static void main(String[] words) throws Exception {
    End end = End.valueOf(words[0]);
    WorkersOptions options =
        WorkersOptions.of(2)
            .withSlots(2)
            .withOffloadAbove(1)
            .withJvmOptions(List.of("-XX:TieredStopAtLevel=1"))
            .withEngine(LocalOptions.defaults().withGrace(Duration.ofMillis(500)));
    WorkflowRuntime runtime = WorkerRuntime.workers(options);
    runtime.run(MarkedWorkflows.waits(Collections.nCopies(8, 20)));
    if (end != End.WITHOUT_WORK) {
      begin(runtime, end);
    }
    System.out.println(READY);
    System.in.read();
    if (end == End.BY_EXIT) {
      System.exit(0);
    }
    runtime.close();
  }

  private static void begin(WorkflowRuntime runtime, End end) throws InterruptedException {
    List<Integer> minute = Collections.nCopies(4, 60_000);
    Execution<List<Integer>> work =
        runtime.start(
            end == End.WITH_DEFIANT_WORK
                ? MarkedWorkflows.defiant(minute)
                : MarkedWorkflows.waits(minute));
    while (work.progress().stream().noneMatch(map -> map.running() == 4)) {
      Thread.sleep(10);
    }
    Thread watch = new Thread(() -> await(work));
    watch.setDaemon(true);
    watch.start();
  }

  private static void await(Execution<?> work) {
    try {
      work.await();
    } catch (InterruptedException | CancellationException e) {
      // closed, as it should be
    }
  }
}
