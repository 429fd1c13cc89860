package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/** What the nodes of one evaluation share. */
final class Scope {

  private final @Nullable Object[] slots;
  private final Fuel fuel;

  Scope(@Nullable Object[] slots, Fuel fuel) {
    this.slots = slots;
    this.fuel = fuel;
  }

  @Nullable Object slot(int number) {
    return slots[number];
  }

  Fuel fuel() {
    return fuel;
  }
}
