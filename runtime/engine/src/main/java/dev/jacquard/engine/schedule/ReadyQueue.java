package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ready calls of one share: later stages first, so that intermediate values stay few; then
 * lower index first.
 */
final class ReadyQueue extends Source {

  private record Entry(CallRun call, long lot, int stage, int index, long order)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byLot = Long.compare(lot, other.lot);
      int byStage = byLot != 0 ? byLot : Integer.compare(other.stage, stage);
      int byIndex = byStage != 0 ? byStage : Integer.compare(index, other.index);
      return byIndex != 0 ? byIndex : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long added;

  /**
   * Adds a call; the lot decides before all else, and is zero but where an order is to be tried
   * out.
   */
  void add(CallRun call, long lot) {
    entries.add(new Entry(call, lot, call.rankStage(), call.rankIndex(), added++));
  }

  @Override
  @Nullable Batch poll() {
    dropUnwanted();
    CallRun call = next();
    return call == null ? null : call.dispatch(null);
  }

  /** Takes the next call; it may not be wanted any longer, unless such were dropped before. */
  @Nullable CallRun next() {
    Entry entry = entries.poll();
    return entry == null ? null : entry.call;
  }

  /** Drops calls at the head that are not wanted any longer; returns how many. */
  int dropUnwanted() {
    int dropped = 0;
    for (Entry first = entries.peek();
        first != null && !first.call.isReady();
        first = entries.peek()) {
      entries.poll();
      dropped++;
    }
    return dropped;
  }

  int size() {
    return entries.size();
  }
}
