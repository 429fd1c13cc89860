package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.AttemptGuard;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchRunner;
import dev.jacquard.engine.backend.Construction;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.spi.FolderBlobStore;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out batches in the thread that moves the clock, each at a random time after it was
 * submitted, and tells of its end at a random time after that. Attempts take no time of their own.
 */
final class SteppedBackend implements Backend {

  private static final Logger LOG = LoggerFactory.getLogger(SteppedBackend.class);
  private static final int LONGEST_DELAY_NANOS = 1000;

  private final int slots;
  private final ManualClock clock;
  private final TaskCaller caller;
  private final RandomGenerator random;
  private final ReplicaLedger ledger = new ReplicaLedger();
  private final Set<Replica> unmade = new HashSet<>();
  private final Set<Batch> running = new HashSet<>();
  private final Map<Replica, Object> instances = new LinkedHashMap<>();

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
    ledger.begins(batch);
    running.add(batch);
    later(() -> carryOut(batch));
  }

  private void carryOut(Batch batch) {
    Replica replica = batch.replica();
    Object actor = replica == null ? null : instances.get(replica);
    new BatchRunner(batch, actor, caller, clock, AttemptGuard.NONE, FolderBlobStore.ofUser()).run();
    later(
        () -> {
          ledger.ends(batch);
          running.remove(batch);
          batch.listener().ended(batch, LONGEST_DELAY_NANOS);
        });
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    ledger.asked(replica);
    unmade.add(replica);
    later(
        () -> {
          if (unmade.remove(replica)) {
            make(replica, listener);
          }
        });
  }

  private void make(Replica replica, ReplicaListener listener) {
    try {
      instances.put(replica, Construction.instance(replica, caller));
      ledger.made(replica);
      listener.created(replica);
    } catch (Throwable thrown) {
      ledger.gone(replica);
      listener.failed(replica, thrown);
    }
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    ledger.retiring(replica);
    unmade.remove(replica);
    later(
        () -> {
          Object instance = instances.remove(replica);
          if (instance != null) {
            close(replica, instance);
          }
          ledger.gone(replica);
          listener.retired(replica);
        });
  }

  private static void close(Replica replica, Object instance) {
    try {
      replica.actor().handler().close(instance);
    } catch (Throwable thrown) {
      LOG.warn("Closing a replica must not throw; that of {} did.", replica, thrown);
    }
  }

  private void later(Runnable action) {
    clock.at(clock.nanos() + random.nextInt(LONGEST_DELAY_NANOS), action);
  }

  @Override
  public void cancel(Batch batch) {
    // The batch looks at its limit before each element, and ends at the time that was drawn.
  }

  // Asked, taken and answered at three moments, as where a batch is carried out far away.
  @Override
  public void takeBack(Batch batch) {
    later(
        () -> {
          int limit = batch.limit();
          Batch.TakenBack half =
              running.contains(batch) ? batch.takeBackHalf() : new Batch.TakenBack(limit, limit);
          later(() -> batch.listener().takenBack(batch, half.from(), half.to()));
        });
  }

  @Override
  public void close() {
    ledger.checkEmpty();
  }
}
