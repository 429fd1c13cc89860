package dev.jacquard.worker.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.plan.ValueType;
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
  static ByteString write(Chain chain, int slot, List<? extends @Nullable Object> values) {
    return UnsafeByteOperations.unsafeWrap(type(chain, slot).list().encode(values));
  }

  /** Reads the values of a slot, one for each element. */
  public static List<? extends @Nullable Object> read(Chain chain, int slot, ByteString bytes) {
    Object values = type(chain, slot).list().decode(bytes.toByteArray());
    return values instanceof List<?> list ? list : List.of();
  }

  /** Writes some values of a row, each as a list of one: a slot that was passed over is null. */
  public static List<Slot> write(Chain chain, @Nullable Object[] row, Iterable<Integer> slots) {
    List<Slot> written = new ArrayList<>();
    for (int slot : slots) {
      ByteString value = write(chain, slot, Collections.singletonList(row[slot]));
      written.add(Slot.newBuilder().setSlot(slot).setValue(value).build());
    }
    return written;
  }

  /** Reads some values into a row. */
  public static void read(Chain chain, List<Slot> slots, @Nullable Object[] row) {
    for (Slot slot : slots) {
      row[slot.getSlot()] = read(chain, slot.getSlot(), slot.getValue()).get(0);
    }
  }

  /** Writes results; nothing where there is none. */
  public static ByteString writeResults(Chain chain, List<? extends @Nullable Object> results) {
    return chain.result().isSlot() && !results.isEmpty()
        ? write(chain, chain.result().slot(), results)
        : ByteString.EMPTY;
  }

  /** Reads so many results. */
  public static List<? extends @Nullable Object> readResults(
      Chain chain, ByteString results, int count) {
    if (!chain.result().isSlot()) {
      return Collections.nCopies(count, chain.result().constant());
    }
    List<? extends @Nullable Object> values = read(chain, chain.result().slot(), results);
    if (values.size() != count) {
      throw new IllegalArgumentException(
          "A report must hold " + count + " results; found " + values.size() + ".");
    }
    return values;
  }
}
