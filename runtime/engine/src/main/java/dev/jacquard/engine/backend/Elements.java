package dev.jacquard.engine.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a batch are, and where their results go. Called on the threads that carry
 * out the batch; different elements may be handled at once.
 */
public interface Elements {

  /** Puts what is the same for every element into a row, once for all elements that use it. */
  default void begin(@Nullable Object[] row) {}

  /**
   * Puts what an element starts from into a row that was begun: every slot that the chain reads and
   * does not make.
   */
  void load(int index, @Nullable Object[] row);

  /**
   * Returns what {@link #load} puts into a slot, for the elements from {@code from} to before
   * {@code to}, where that is at hand as a list; else null.
   */
  default @Nullable List<? extends @Nullable Object> column(int slot, int from, int to) {
    return null;
  }

  /** Takes the result of an element. Seen by whoever hears that the batch has ended. */
  void store(int index, @Nullable Object result);
}
