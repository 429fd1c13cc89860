package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchRunner;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.BlobStore;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out batches on daemon threads of this process, each batch on one thread, values by
 * reference; replicas are instances in this process.
 *
 * <p>A batch that is submitted by a thread that has just ended another runs on that same thread, so
 * that a chain of calls never waits for a thread to wake up.
 */
public final class LocalBackend implements Backend {

  private final int slots;
  private final EngineClock clock;
  private final TaskCaller caller;
  private final BlobStore blobs;
  private final @Nullable StuckCalls stuck;
  private final LocalThreads threads;
  private final Hosts hosts;
  private final ConcurrentMap<Batch, Attempt> running = new ConcurrentHashMap<>();

  /**
   * Makes a backend.
   *
   * @param slots how many batches run at once where nobody asks for more
   * @param clock by which timeouts are measured
   * @param caller how tasks are reached
   * @param grace how long closing waits
   * @param blobs where tasks put and find the bytes of blobs
   */
  public LocalBackend(
      int slots, EngineClock clock, TaskCaller caller, Duration grace, BlobStore blobs) {
    this(slots, clock, caller, grace, blobs, null);
  }

  /**
   * Makes a backend in a process that can be given up for the sake of one call.
   *
   * @param stuck hears of calls that do not heed their interruption
   */
  public LocalBackend(
      int slots,
      EngineClock clock,
      TaskCaller caller,
      Duration grace,
      BlobStore blobs,
      @Nullable StuckCalls stuck) {
    this.stuck = stuck;
    this.slots = slots;
    this.clock = clock;
    this.caller = caller;
    this.blobs = blobs;
    this.threads = new LocalThreads(grace);
    this.hosts = new Hosts(this::execute, caller);
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public void onBreakdown(Consumer<Throwable> listener) {
    threads.onBreakdown(listener);
  }

  @Override
  public void submit(Batch batch) {
    running.put(batch, new Attempt(batch, clock, stuck));
    threads.execute(() -> run(batch), batch.wide());
  }

  /** Where a batch's thread is at; empty if it has ended, or not begun. */
  public StackTraceElement[] whereabouts(Batch batch) {
    Attempt attempt = running.get(batch);
    Thread thread = attempt == null ? null : attempt.thread();
    return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
  }

  /** Runs something short on one of the threads. */
  public void execute(Runnable action) {
    threads.execute(action, false);
  }

  private void run(Batch batch) {
    long started = clock.nanos();
    Attempt attempt = running.get(batch);
    if (attempt == null) {
      throw new IllegalStateException("A batch must be carried out once; found it carried out.");
    }
    attempt.enter(Thread.currentThread());
    try {
      carryOut(batch, attempt);
    } finally {
      attempt.leave();
      running.remove(batch);
      threads.acceptNext();
      batch.listener().ended(batch, clock.nanos() - started);
    }
  }

  private void carryOut(Batch batch, Attempt attempt) {
    Replica replica = batch.replica();
    if (replica == null) {
      new BatchRunner(batch, null, caller, clock, attempt, blobs).run();
      return;
    }
    Host host = hosts.find(replica);
    Object actor = host == null ? null : host.enter();
    if (host != null && actor != null) {
      try {
        new BatchRunner(batch, actor, caller, clock, attempt, blobs).run();
      } finally {
        host.leave();
      }
    }
  }

  @Override
  public void cancel(Batch batch) {
    Attempt attempt = running.get(batch);
    if (attempt != null) {
      attempt.interruptIfUnwanted();
    }
  }

  @Override
  public void takeBack(Batch batch) {
    Batch.TakenBack half = batch.takeBackHalf();
    batch.listener().takenBack(batch, half.from(), half.to());
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    hosts.create(replica, listener);
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    hosts.retire(replica, listener);
  }

  @Override
  public void close() {
    running.forEach(
        (batch, attempt) -> {
          batch.lowerLimit(0);
          attempt.interruptIfUnwanted();
        });
    hosts.close();
    threads.close();
  }
}
