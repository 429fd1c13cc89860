package dev.jacquard.engine;

import dev.jacquard.engine.pool.ReplicaShares;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a local runtime runs. Immutable.
 *
 * @param parallelism how many calls run at once where no {@code concurrency} asks for more or less
 * @param strict whether every value is encoded, decoded and compared, and arguments are checked for
 *     modification
 * @param clock makes the runtime's clock, which it closes in the end
 * @param seed of the random numbers that spread retries
 * @param grace how long closing waits for tasks that do not heed their interruption
 * @param blobs where tasks put and find the bytes of blobs
 * @param shares the limits of actors' replicas that this runtime shares with others of the process;
 *     null: it has its own
 */
public record LocalOptions(
    int parallelism,
    boolean strict,
    Supplier<EngineClock> clock,
    long seed,
    Duration grace,
    BlobStore blobs,
    @Nullable ReplicaShares shares) {

  /** Checks the numbers. */
  public LocalOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException(
          "parallelism must be 1 or more; found " + parallelism + ".");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative; found " + grace + ".");
    }
  }

  /**
   * As many calls as processors, values by reference, the system's clock, ten seconds of grace, the
   * user's store of blobs.
   */
  public static LocalOptions defaults() {
    return new LocalOptions(
        Runtime.getRuntime().availableProcessors(),
        false,
        SystemClock::new,
        System.nanoTime(),
        Duration.ofSeconds(10),
        FolderBlobStore.ofUser(),
        null);
  }

  /** Returns the same with so many calls at once. */
  public LocalOptions withParallelism(int calls) {
    return new LocalOptions(calls, strict, clock, seed, grace, blobs, shares);
  }

  /** Returns the same with strict checks on or off. */
  public LocalOptions withStrict(boolean on) {
    return new LocalOptions(parallelism, on, clock, seed, grace, blobs, shares);
  }

  /** Returns the same with another clock. */
  public LocalOptions withClock(EngineClock other) {
    return new LocalOptions(parallelism, strict, () -> other, seed, grace, blobs, shares);
  }

  /** Returns the same with another seed. */
  public LocalOptions withSeed(long other) {
    return new LocalOptions(parallelism, strict, clock, other, grace, blobs, shares);
  }

  /** Returns the same with another grace period. */
  public LocalOptions withGrace(Duration other) {
    return new LocalOptions(parallelism, strict, clock, seed, other, blobs, shares);
  }

  /** Returns the same with another store of blobs. */
  public LocalOptions withBlobs(BlobStore other) {
    return new LocalOptions(parallelism, strict, clock, seed, grace, other, shares);
  }

  /**
   * Returns the same with limits of actors' replicas that are shared with all runtimes which are
   * given the same object: for one application in several versions, each in a runtime of its own,
   * so that an actor has no more replicas than it allows while new code takes over from old.
   */
  public LocalOptions withShares(ReplicaShares other) {
    return new LocalOptions(parallelism, strict, clock, seed, grace, blobs, other);
  }
}
