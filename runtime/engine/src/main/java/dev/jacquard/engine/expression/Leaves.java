package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/** Values of the block and constants. */
final class Leaves {

  private Leaves() {}

  /** A value of the block, by number. */
  static final class Slot extends Node {
    private final int number;

    Slot(int number) {
      this.number = number;
    }

    @Override
    @Nullable Object evaluate(Scope scope) {
      return scope.slot(number);
    }

    int number() {
      return number;
    }
  }

  static Node constant(@Nullable Object value) {
    if (value instanceof Integer number) {
      return new IntConstant(number);
    }
    if (value instanceof Double number) {
      return new DoubleConstant(number);
    }
    return new Constant(value);
  }

  private static final class Constant extends Node {
    private final @Nullable Object value;

    Constant(@Nullable Object value) {
      this.value = value;
    }

    @Override
    @Nullable Object evaluate(Scope scope) {
      return value;
    }
  }

  private static final class IntConstant extends Node {
    private final int value;
    private final Object box;

    IntConstant(Integer value) {
      this.value = value;
      this.box = value;
    }

    @Override
    int asInt(Scope scope) {
      return value;
    }

    @Override
    Object evaluate(Scope scope) {
      return box;
    }
  }

  private static final class DoubleConstant extends Node {
    private final double value;
    private final Object box;

    DoubleConstant(Double value) {
      this.value = value;
      this.box = value;
    }

    @Override
    double asDouble(Scope scope) {
      return value;
    }

    @Override
    Object evaluate(Scope scope) {
      return box;
    }
  }
}
