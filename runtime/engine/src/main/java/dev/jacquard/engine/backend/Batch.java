package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Some elements that a chain is to be carried out for, in ascending order by one thread.
 * Thread-safe.
 *
 * <p>Which element comes next and where it ends are one atomic number, so that claiming an element,
 * taking back the rest and cancelling agree at every moment on what has started: the limit in the
 * upper half, the next element in the lower.
 */
public final class Batch {

  private final Chain chain;
  private final Start start;
  private final Elements elements;
  private final CallSite site;
  private final BatchListener listener;
  private final boolean wide;
  private final @Nullable Replica replica;
  private final int first;
  private final AtomicLong window;

  /** Makes a batch of the elements from {@code from} to before {@code to}, of static tasks. */
  public Batch(Work work, int from, int to) {
    this(work, from, to, null);
  }

  /** Makes a batch whose calls are all on one replica. */
  public Batch(Work work, int from, int to, @Nullable Replica replica) {
    this.replica = replica;
    this.chain = work.chain();
    this.start = work.start();
    this.elements = work.elements();
    this.site = work.site();
    this.listener = work.listener();
    this.wide = work.wide();
    this.first = from;
    this.window = new AtomicLong(pack(from, to));
  }

  /**
   * What is to be done, whichever the elements.
   *
   * @param chain what is carried out
   * @param start where in the chain it begins
   * @param elements inputs and results
   * @param site where it stands in the execution
   * @param listener who hears of it
   * @param wide whether an explicit limit lets more of its kind run at once than the backend has
   *     slots
   */
  public record Work(
      Chain chain,
      Start start,
      Elements elements,
      CallSite site,
      BatchListener listener,
      boolean wide) {}

  /** What is carried out. */
  public Chain chain() {
    return chain;
  }

  /** Where in the chain its elements begin. */
  public Start start() {
    return start;
  }

  /** Inputs and results. */
  public Elements elements() {
    return elements;
  }

  /** Where it stands in the execution. */
  public CallSite site() {
    return site;
  }

  /** Who hears of it. */
  public BatchListener listener() {
    return listener;
  }

  /** Whether an explicit limit lets more of its kind run at once than the backend has slots. */
  public boolean wide() {
    return wide;
  }

  /** The replica that its calls are on; null if they are of static tasks. */
  public @Nullable Replica replica() {
    return replica;
  }

  /** The first element. */
  public int first() {
    return first;
  }

  /**
   * Claims the next element for the calling thread, which now must carry it out; negative: there is
   * none left.
   */
  public int claim() {
    while (true) {
      long seen = window.get();
      int next = (int) seen;
      if (next >= (int) (seen >>> 32)) {
        return -1;
      }
      if (window.compareAndSet(seen, seen + 1)) {
        return next;
      }
    }
  }

  /**
   * Claims all elements before one, for a backend that mirrors what is carried out elsewhere; fewer
   * than have been claimed: nothing.
   */
  public void advanceTo(int element) {
    while (true) {
      long seen = window.get();
      if (element <= (int) seen || window.compareAndSet(seen, pack(element, (int) (seen >>> 32)))) {
        return;
      }
    }
  }

  /**
   * Takes back the claims from an element on, for a backend that mirrors what is carried out
   * elsewhere: what has started there is lost, and will start again; more than have been claimed:
   * nothing.
   */
  public void retreatTo(int element) {
    while (true) {
      long seen = window.get();
      if (element >= (int) seen || window.compareAndSet(seen, pack(element, (int) (seen >>> 32)))) {
        return;
      }
    }
  }

  /** The element that would be claimed next: all below have been claimed. */
  public int next() {
    return (int) window.get();
  }

  /** The end of what may be claimed. */
  public int limit() {
    return (int) (window.get() >>> 32);
  }

  /**
   * Lowers the limit, if it is higher.
   *
   * @return the limit before
   */
  public int lowerLimit(int limit) {
    while (true) {
      long seen = window.get();
      int before = (int) (seen >>> 32);
      if (limit >= before || window.compareAndSet(seen, pack((int) seen, limit))) {
        return before;
      }
    }
  }

  /** Whether the element that was claimed last is no longer wanted. */
  public boolean unwanted() {
    long seen = window.get();
    return (int) seen > (int) (seen >>> 32);
  }

  /**
   * Takes back the upper half of what has not been claimed, rounded up.
   *
   * @return the new limit; equal to the old one if nothing was left
   */
  public TakenBack takeBackHalf() {
    while (true) {
      long seen = window.get();
      int next = (int) seen;
      int limit = (int) (seen >>> 32);
      int left = limit - next;
      if (left <= 0) {
        return new TakenBack(limit, limit);
      }
      int kept = next + left / 2;
      if (window.compareAndSet(seen, pack(next, kept))) {
        return new TakenBack(kept, limit);
      }
    }
  }

  /**
   * Elements that were taken back.
   *
   * @param from the first
   * @param to the end
   */
  public record TakenBack(int from, int to) {}

  private static long pack(int next, int limit) {
    return (long) limit << 32 | next;
  }
}
