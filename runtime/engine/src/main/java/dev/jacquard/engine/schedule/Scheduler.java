package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.ReplicaShares;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what runs. Not thread-safe: one thread at a time, each seeing what the last one did.
 *
 * <p>What an event leads to inside is put on an agenda and done one after another, so that neither
 * a long chain nor a deep nest of blocks can exhaust the thread's stack.
 */
public final class Scheduler {

  private static final int BATCHES_AT_ONCE = 256;

  private final Effects effects;
  private final Options options;
  private final Share slots;
  private final Share granted;
  private final PoolGates pools;
  private final Waits waits = new Waits();
  private final ElementCosts costs = new ElementCosts();
  private final Deque<Runnable> agenda = new ArrayDeque<>();
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final Set<ChainMap> chainMaps = new LinkedHashSet<>();
  private final List<Share> yielded = new ArrayList<>();
  private long now;

  /**
   * How a scheduler decides.
   *
   * @param slots how many calls run at once where nobody asks for more
   * @param chains whether bodies of maps that are chains are carried out in batches
   * @param longestBatch how many elements a batch may have
   * @param lots what decides among ready calls before all else
   * @param partner shares the limits of replicas; what it hears is posted as {@link Event.Recheck}
   */
  public record Options(
      int slots,
      boolean chains,
      int longestBatch,
      LongSupplier lots,
      ReplicaShares.Partner partner) {
    /** The options for ordinary use. */
    public static Options of(int slots, ReplicaShares.Partner partner) {
      return new Options(slots, true, 1 << 20, () -> 0, partner);
    }
  }

  /** Makes a scheduler. */
  public Scheduler(Effects effects, Options options) {
    this.effects = effects;
    this.options = options;
    this.pools = new PoolGates(this);
    this.slots = Share.root(this, options.slots());
    this.granted = Share.root(this, Share.UNLIMITED);
  }

  /**
   * Handles an event: decides all that follows from it.
   *
   * @param event what has happened
   * @param nanos the time
   */
  public void handle(Event event, long nanos) {
    now = nanos;
    if (event instanceof Event.Begin begin) {
      begin.execution().begin(this);
    } else if (event instanceof Event.Cancel cancel) {
      cancel.execution().cancel();
    } else if (event instanceof Event.Failed failed) {
      failed.owner().failed(failed.batch(), failed.failure());
    } else if (event instanceof Event.TakenBack taken) {
      taken.owner().takenBack(taken.batch(), taken.from(), taken.to());
    } else if (event instanceof Event.Ended ended) {
      release(ended.batch(), ended.owner().share());
      ended.owner().ended(ended.batch(), ended.nanos());
    } else if (event instanceof Event.OfReplica ofReplica) {
      pools.handle(ofReplica);
    } else if (event instanceof Event.Recheck recheck) {
      pools.recheck(recheck.actor());
    } else if (event instanceof Event.Waits wait) {
      waits.begin(wait);
    } else if (event instanceof Event.WaitIsOver over) {
      waits.end(over);
    } else if (event instanceof Event.Rung rung) {
      rung.action().run();
    } else if (event instanceof Event.Continue) {
      yielded.forEach(Share::wake);
      yielded.clear();
    }
    workOff();
    dispatch();
    tellEnds();
  }

  // Last, so that whoever has awaited an execution finds nothing of it still to be decided.
  private void tellEnds() {
    for (Runnable next = ends.poll(); next != null; next = ends.poll()) {
      next.run();
    }
  }

  private void release(Batch batch, Share share) {
    if (batch.replica() == null) {
      share.release();
    } else {
      share.releaseBesideBackend();
      pools.ended(batch);
    }
  }

  /** Does all that is on the agenda. */
  void workOff() {
    for (Runnable next = agenda.poll(); next != null; next = agenda.poll()) {
      next.run();
    }
  }

  private void dispatch() {
    for (int i = 0; i < BATCHES_AT_ONCE; i++) {
      Batch batch = next();
      if (batch != null) {
        effects.submit(batch);
      } else if (!conclude()) {
        return;
      }
    }
    effects.post(new Event.Continue());
  }

  /** All that could start has; returns whether what follows from that can start as well. */
  private boolean conclude() {
    takeBackForIdleSlots();
    long before = entries();
    pools.tellNeeds();
    boolean refused = waits.refuseStuck(pools);
    workOff();
    return refused || entries() > before;
  }

  private long entries() {
    return slots.entries() + granted.entries() + pools.entries();
  }

  // Looking for work in one may make work in the other: elements that need no call end at once, and
  // what waited for their map begins.
  private @Nullable Batch next() {
    long before;
    do {
      before = entries();
      Batch batch = slots.poll();
      batch = batch == null ? granted.poll() : batch;
      batch = batch == null ? pools.poll() : batch;
      if (batch != null) {
        return batch;
      }
    } while (entries() > before);
    return null;
  }

  private void takeBackForIdleSlots() {
    for (ChainMap map : chainMaps) {
      if (map.hasIdleSlot()) {
        map.takeBack();
      }
    }
  }

  /** Tells that an execution has ended, when all that follows from the event is decided. */
  void finished(ExecutionRun execution, Effects.Conclusion conclusion) {
    ends.add(() -> effects.finished(execution, conclusion));
  }

  /** Puts something on the agenda. */
  void later(Runnable action) {
    agenda.add(action);
  }

  /** Lets others have their turn before a share goes on. */
  void pause(Share share) {
    if (yielded.isEmpty()) {
      effects.post(new Event.Continue());
    }
    yielded.add(share);
  }

  void opened(ChainMap map) {
    chainMaps.add(map);
  }

  void closed(ChainMap map) {
    chainMaps.remove(map);
  }

  Effects effects() {
    return effects;
  }

  Options options() {
    return options;
  }

  Share slots() {
    return slots;
  }

  PoolGates pools() {
    return pools;
  }

  Waits waits() {
    return waits;
  }

  ElementCosts costs() {
    return costs;
  }

  Share granted() {
    return granted;
  }

  long lot() {
    return options.lots().getAsLong();
  }

  long now() {
    return now;
  }
}
