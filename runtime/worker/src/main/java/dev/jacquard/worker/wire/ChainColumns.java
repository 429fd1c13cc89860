package dev.jacquard.worker.wire;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.plan.ValueType;
import dev.jacquard.worker.v1.Column;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the values of a chain's rows are written and read. */
public final class ChainColumns {

  private ChainColumns() {}

  /** Returns the slots whose values a worker needs that begins at a stage. */
  static Set<Integer> needed(Chain chain, int stage) {
    Set<Integer> slots = new TreeSet<>(chain.reads());
    slots.addAll(made(chain, 0, stage));
    return slots;
  }

  /** Returns the slots that some of the stages make. */
  static List<Integer> made(Chain chain, int from, int to) {
    List<Integer> slots = new ArrayList<>();
    for (int i = from; i < Math.min(to, chain.stages().size()); i++) {
      if (chain.stages().get(i).output() >= 0) {
        slots.add(chain.stages().get(i).output());
      }
    }
    return slots;
  }

  static ChainSource source(Chain chain) {
    ChainSource source = chain.source();
    if (source == null) {
      throw new IllegalArgumentException("A chain must come from a plan to be found by a worker.");
    }
    return source;
  }

  static ValueType type(Chain chain, int slot) {
    ValueType type = source(chain).types().get(slot);
    if (type == null) {
      throw new IllegalArgumentException(
          "A pool must stay where it is; found it sent to a worker.");
    }
    return type;
  }

  /** Writes the values of a slot, one for each element. */
  static Column write(
      Chain chain, int slot, List<? extends @Nullable Object> values, OffloadTarget target) {
    LongValues.Written written = LongValues.write(type(chain, slot), values, target);
    return Column.newBuilder()
        .setSlot(slot)
        .setValues(written.values())
        .addAllOffloaded(written.offloaded())
        .build();
  }

  /** Reads the values of a slot, one for each element; what is offloaded, when it is asked for. */
  public static List<? extends @Nullable Object> read(
      Chain chain, Column column, OffloadSource source) {
    return LongValues.read(
        type(chain, column.getSlot()), column.getValues(), column.getOffloadedList(), source);
  }

  /** Writes some values of a row, each as a list of one: a slot that was passed over is null. */
  public static List<Slot> write(
      Chain chain, @Nullable Object[] row, Iterable<Integer> slots, OffloadTarget target) {
    List<Slot> written = new ArrayList<>();
    for (int slot : slots) {
      LongValues.Written value =
          LongValues.write(type(chain, slot), Collections.singletonList(row[slot]), target);
      Slot.Builder message = Slot.newBuilder().setSlot(slot).setValue(value.values());
      value.offloaded().forEach(message::setOffloaded);
      written.add(message.build());
    }
    return written;
  }

  /** Reads some values into a row. */
  public static void read(
      Chain chain, List<Slot> slots, @Nullable Object[] row, OffloadSource source) {
    for (Slot slot : slots) {
      List<Offloaded> offloaded = slot.hasOffloaded() ? List.of(slot.getOffloaded()) : List.of();
      row[slot.getSlot()] =
          LongValues.read(type(chain, slot.getSlot()), slot.getValue(), offloaded, source).get(0);
    }
  }

  /**
   * Returns how many bytes a result takes by itself; 0 if none is sent, or it cannot be. What there
   * is no room for is longer than anything.
   */
  public static long resultLength(Chain chain, @Nullable Object result) {
    if (!chain.result().isSlot()) {
      return 0;
    }
    try {
      return type(chain, chain.result().slot()).encode(result).length;
    } catch (RuntimeException e) {
      return 0; // found when it is written
    } catch (OutOfMemoryError e) {
      return Long.MAX_VALUE;
    }
  }

  /** Writes results; nothing where there is none. */
  public static void writeResults(
      Results.Builder report,
      Chain chain,
      List<? extends @Nullable Object> results,
      OffloadTarget target) {
    report.setCount(results.size());
    if (chain.result().isSlot() && !results.isEmpty()) {
      LongValues.Written written =
          LongValues.write(type(chain, chain.result().slot()), results, target);
      report.setValues(written.values()).addAllOffloaded(written.offloaded());
    }
  }

  /** Reads results, as many as the report says; what is offloaded, when it is asked for. */
  public static List<? extends @Nullable Object> readResults(
      Chain chain, Results report, OffloadSource source) {
    if (!chain.result().isSlot()) {
      return Collections.nCopies(report.getCount(), chain.result().constant());
    }
    List<? extends @Nullable Object> values =
        LongValues.read(
            type(chain, chain.result().slot()),
            report.getValues(),
            report.getOffloadedList(),
            source);
    if (values.size() != report.getCount()) {
      throw new IllegalArgumentException(
          "A report must hold " + report.getCount() + " results; found " + values.size() + ".");
    }
    return values;
  }
}
