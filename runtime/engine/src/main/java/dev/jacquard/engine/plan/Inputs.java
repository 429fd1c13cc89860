package dev.jacquard.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a call reads from a row, laid out for a million elements: what is the same for all of them
 * is read once. Immutable.
 */
public final class Inputs {

  private final List<Input> all;
  private final int[] positions;
  private final int[] slots;

  private Inputs(List<Input> all, int[] positions, int[] slots) {
    this.all = all;
    this.positions = positions;
    this.slots = slots;
  }

  /**
   * Lays inputs out.
   *
   * @param inputs in the order of the parameters
   * @param varies which slots of the row differ from element to element
   */
  public static Inputs of(List<Input> inputs, IntPredicate varies) {
    int[] positions = new int[inputs.size()];
    int[] slots = new int[inputs.size()];
    int count = 0;
    for (int i = 0; i < positions.length; i++) {
      Input input = inputs.get(i);
      if (input.isSlot() && varies.test(input.slot())) {
        positions[count] = i;
        slots[count++] = input.slot();
      }
    }
    return new Inputs(
        List.copyOf(inputs), Arrays.copyOf(positions, count), Arrays.copyOf(slots, count));
  }

  /** What is read, in order. */
  List<Input> all() {
    return all;
  }

  /** Returns a fresh array, as long as there are inputs, with what is the same for all elements. */
  public @Nullable Object[] begin(@Nullable Object[] row) {
    @Nullable Object[] read = new @Nullable Object[all.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = all.get(i).read(row);
    }
    return read;
  }

  /** Puts what differs from element to element into an array that was begun with the row. */
  public void complete(@Nullable Object[] row, @Nullable Object[] read) {
    for (int i = 0; i < slots.length; i++) {
      read[positions[i]] = row[slots[i]];
    }
  }
}
