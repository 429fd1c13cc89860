package dev.jacquard.engine;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.CurrentBatch;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the scheduler of calls that wait for an execution: what they have a replica of is not free
 * until that has ended, which may be never if it needs the replica itself.
 */
final class CallWaits {

  /** Something that waits. */
  @FunctionalInterface
  interface Waiting {
    boolean await() throws InterruptedException;
  }

  private final EventLoop loop;
  private final Function<String, Optional<ExecutionRun>> running;

  /**
   * Makes it.
   *
   * @param running finds an execution of this runtime by its id
   */
  CallWaits(EventLoop loop, Function<String, Optional<ExecutionRun>> running) {
    this.loop = loop;
    this.running = running;
  }

  /** Waits for an execution; returns whether that was long enough. */
  boolean around(ExecutionRun awaited, Waiting waiting) throws InterruptedException {
    Batch batch = CurrentBatch.ofThread();
    Optional<ExecutionRun> caller =
        batch == null ? Optional.empty() : running.apply(batch.site().executionId());
    if (batch == null || caller.isEmpty()) {
      return waiting.await();
    }
    loop.post(new Event.Waits(awaited, batch, caller.get()));
    try {
      return waiting.await();
    } finally {
      loop.post(new Event.WaitIsOver(awaited, batch));
    }
  }
}
