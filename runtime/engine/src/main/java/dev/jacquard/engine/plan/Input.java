package dev.jacquard.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that a node reads: a slot of its frame, or a constant.
 *
 * @param slot the slot; negative for a constant
 * @param constant the constant; null for a slot
 */
public record Input(int slot, @Nullable Object constant) {

  static Input ofSlot(int slot) {
    return new Input(slot, null);
  }

  static Input ofConstant(@Nullable Object constant) {
    return new Input(-1, constant);
  }

  /** Returns whether this is a slot. */
  public boolean isSlot() {
    return slot >= 0;
  }

  /** Reads it from the values of a frame. */
  public @Nullable Object read(@Nullable Object[] values) {
    return slot >= 0 ? values[slot] : constant;
  }
}
