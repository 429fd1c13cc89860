package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A part of the slots: of an execution, a map, a workflow with a limit. Its own calls and the
 * shares within take turns, in a ring that holds only those that may have work, so that finding the
 * next call does not depend on how many wait.
 *
 * <p>Limits nest: a call counts in its share and in all around it. A share with a limit of its own,
 * and none around it, does not compete for the backend's slots: it has been granted as many of its
 * own.
 */
final class Share extends Source {

  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int CROWD = 64;

  private final Scheduler scheduler;
  private final @Nullable Share parent;
  private final @Nullable ExecutionRun execution;
  private final int limit;
  private final boolean limited;
  private final Deque<Source> ring = new ArrayDeque<>();
  private final ReadyQueue queue = new ReadyQueue();
  private @Nullable Opener opener;
  private int inFlight;
  private int atGates;
  private long entries;

  private Share(
      Scheduler scheduler,
      @Nullable Share parent,
      @Nullable ExecutionRun execution,
      int limit,
      boolean limited) {
    this.scheduler = scheduler;
    this.parent = parent;
    this.execution = execution;
    this.limit = limit;
    this.limited = limited;
  }

  static Share root(Scheduler scheduler, int limit) {
    return new Share(scheduler, null, null, limit, false);
  }

  /** Makes a share for an execution; {@code limit} zero: as many as there are slots. */
  static Share of(ExecutionRun execution, Scheduler scheduler, int limit) {
    return limit > 0
        ? new Share(scheduler, scheduler.granted(), execution, limit, true)
        : new Share(scheduler, scheduler.slots(), execution, UNLIMITED, false);
  }

  /** Makes a share within this one; {@code limit} zero: none of its own. */
  Share within(int limit) {
    if (limit == 0) {
      return new Share(scheduler, this, execution, UNLIMITED, limited);
    }
    return new Share(scheduler, limited ? this : scheduler.granted(), execution, limit, true);
  }

  ExecutionRun execution() {
    if (execution == null) {
      throw new IllegalStateException("The root of shares must not hold calls.");
    }
    return execution;
  }

  void setOpener(@Nullable Opener opener) {
    this.opener = opener;
    wake();
  }

  void enqueue(CallRun call) {
    queue.add(call, scheduler.lot());
    addToRing(queue);
    wake();
  }

  private void addToRing(Source source) {
    if (source.enterRing()) {
      ring.addLast(source);
      entries++;
    }
  }

  /** How often something that may have work has entered the ring. */
  long entries() {
    return entries;
  }

  /** Says that there may be work. */
  void wake() {
    for (Share share = this; share.parent != null; share = share.parent) {
      share.parent.addToRing(share);
    }
  }

  @Override
  @Nullable Batch poll() {
    if (inFlight >= limit) {
      return null;
    }
    Batch batch = pollRing();
    if (batch == null && opener != null && opener.hasMore()) {
      batch = opener.open();
    }
    if (batch != null) {
      inFlight++;
    }
    return batch;
  }

  /** The next work of what is open already. */
  @Nullable Batch pollRing() {
    for (Source source = ring.pollFirst(); source != null; source = ring.pollFirst()) {
      source.leaveRing();
      Batch batch = source.poll();
      if (batch != null) {
        addToRing(source);
        return batch;
      }
    }
    return null;
  }

  /** Gives back the slot of a batch, here and in all shares around. */
  void release() {
    for (Share share = this; share != null; share = share.parent) {
      share.releaseHere();
    }
  }

  private void releaseHere() {
    inFlight--;
    if (!ring.isEmpty() || (opener != null && opener.hasMore())) {
      wake();
    }
  }

  /**
   * Takes a slot for a batch on a pool, which has slots of its own: those of the backend, at the
   * root, are left alone.
   */
  void takeBesideBackend() {
    for (Share share = this; share.parent != null; share = share.parent) {
      share.inFlight++;
    }
  }

  /** Gives back what {@link #takeBesideBackend} took. */
  void releaseBesideBackend() {
    for (Share share = this; share.parent != null; share = share.parent) {
      share.releaseHere();
    }
  }

  /** How many more batches on pools may start. */
  int roomBesideBackend() {
    int room = UNLIMITED;
    for (Share share = this; share.parent != null; share = share.parent) {
      room = Math.min(room, share.limit - share.inFlight);
    }
    return room;
  }

  /** How many calls on pools may be in flight at once. */
  int slotsBesideBackend() {
    int slots = UNLIMITED;
    for (Share share = this; share.parent != null; share = share.parent) {
      slots = Math.min(slots, share.limit);
    }
    return slots;
  }

  /** So many more calls of this share wait at the gates of pools; negative: fewer. */
  void waitsAtGate(int more) {
    for (Share share = this; share.parent != null; share = share.parent) {
      boolean crowded = share.isCrowded();
      share.atGates += more;
      if (crowded && !share.isCrowded() && share.opener != null) {
        share.wake();
      }
    }
  }

  /** Whether so much waits for replicas already that opening more would only take memory. */
  boolean isCrowded() {
    return atGates >= CROWD;
  }

  /** Whether a slot is free here and in all shares around. */
  boolean hasRoom() {
    for (Share share = this; share != null; share = share.parent) {
      if (share.inFlight >= share.limit) {
        return false;
      }
    }
    return true;
  }

  /** How many calls may be in flight at once. */
  int slots() {
    int slots = UNLIMITED;
    for (Share share = this; share != null; share = share.parent) {
      slots = Math.min(slots, share.limit);
    }
    return slots;
  }

  /**
   * Whether a limit that somebody has set lets more calls run at once than the backend has slots.
   */
  boolean wide() {
    return limited && slots() > scheduler.slots().limit;
  }
}
