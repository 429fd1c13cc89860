package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.AttemptGuard;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchRunner;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.spi.FolderBlobStore;
import java.util.random.RandomGenerator;

/**
 * Carries out batches in the thread that moves the clock, each at a random time after it was
 * submitted, and tells of its end at a random time after that. Attempts take no time of their own.
 */
final class SteppedBackend implements Backend {

  private static final int LONGEST_DELAY_NANOS = 1000;

  private final int slots;
  private final ManualClock clock;
  private final TaskCaller caller;
  private final RandomGenerator random;

  SteppedBackend(int slots, ManualClock clock, TaskCaller caller, RandomGenerator random) {
    this.slots = slots;
    this.clock = clock;
    this.caller = caller;
    this.random = random;
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public void submit(Batch batch) {
    later(() -> carryOut(batch));
  }

  private void carryOut(Batch batch) {
    new BatchRunner(batch, caller, clock, AttemptGuard.NONE, FolderBlobStore.ofUser()).run();
    later(() -> batch.listener().ended(batch, LONGEST_DELAY_NANOS));
  }

  private void later(Runnable action) {
    clock.at(clock.nanos() + random.nextInt(LONGEST_DELAY_NANOS), action);
  }

  @Override
  public void cancel(Batch batch) {
    // The batch looks at its limit before each element, and ends at the time that was drawn.
  }

  @Override
  public void takeBack(Batch batch) {
    Batch.TakenBack half = batch.takeBackHalf();
    batch.listener().takenBack(batch, half.from(), half.to());
  }

  @Override
  public void close() {}
}
