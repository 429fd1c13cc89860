package dev.jacquard.worker.process;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.OffloadSource;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all elements of a map share: decoded once for all its batches, and again if memory was short
 * meanwhile. Thread-safe.
 */
final class SharedValues {

  /** There is nothing that they share. */
  static final SharedValues NONE = new SharedValues(List.of(), OffloadSource.NONE);

  private final List<Slot> slots;
  private final OffloadSource source;
  private SoftReference<@Nullable Object @Nullable []> decoded = new SoftReference<>(null);

  SharedValues(List<Slot> slots, OffloadSource source) {
    this.slots = slots;
    this.source = source;
  }

  /** Puts the values into a row of a chain, the same at each call. */
  void read(Chain chain, @Nullable Object[] row) {
    if (!slots.isEmpty()) {
      readOnce(chain, row);
    }
  }

  private synchronized void readOnce(Chain chain, @Nullable Object[] row) {
    @Nullable Object[] known = decoded.get();
    if (known == null) {
      known = new @Nullable Object[row.length];
      ChainColumns.read(chain, slots, known, source);
      decoded = new SoftReference<>(known);
    }
    for (Slot slot : slots) {
      row[slot.getSlot()] = known[slot.getSlot()];
    }
  }
}
