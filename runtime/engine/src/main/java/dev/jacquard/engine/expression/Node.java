package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled expression. Whoever needs its value asks in the type that the contract says;
 * each kind of node answers its own type without a box. Immutable.
 */
abstract class Node {

  /** The value, boxed. */
  abstract @Nullable Object evaluate(Scope scope) throws Throwable;

  boolean asBoolean(Scope scope) throws Throwable {
    return (boolean) present(evaluate(scope));
  }

  /**
   * Also of byte, short and char; of a long its low 32 bits, which is all that a shift distance
   * needs.
   */
  int asInt(Scope scope) throws Throwable {
    Object value = present(evaluate(scope));
    return value instanceof Character unit ? unit : ((Number) value).intValue();
  }

  long asLong(Scope scope) throws Throwable {
    return (long) present(evaluate(scope));
  }

  float asFloat(Scope scope) throws Throwable {
    return (float) present(evaluate(scope));
  }

  double asDouble(Scope scope) throws Throwable {
    return (double) present(evaluate(scope));
  }

  static Object present(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException("a value that is unboxed must not be null");
    }
    return value;
  }

  abstract static class OfBoolean extends Node {
    @Override
    abstract boolean asBoolean(Scope scope) throws Throwable;

    @Override
    final Object evaluate(Scope scope) throws Throwable {
      return asBoolean(scope);
    }
  }

  abstract static class OfInt extends Node {
    @Override
    abstract int asInt(Scope scope) throws Throwable;

    @Override
    Object evaluate(Scope scope) throws Throwable {
      return asInt(scope);
    }
  }

  abstract static class OfLong extends Node {
    @Override
    abstract long asLong(Scope scope) throws Throwable;

    @Override
    final int asInt(Scope scope) throws Throwable {
      return (int) asLong(scope);
    }

    @Override
    final Object evaluate(Scope scope) throws Throwable {
      return asLong(scope);
    }
  }

  abstract static class OfFloat extends Node {
    @Override
    abstract float asFloat(Scope scope) throws Throwable;

    @Override
    final Object evaluate(Scope scope) throws Throwable {
      return asFloat(scope);
    }
  }

  abstract static class OfDouble extends Node {
    @Override
    abstract double asDouble(Scope scope) throws Throwable;

    @Override
    final Object evaluate(Scope scope) throws Throwable {
      return asDouble(scope);
    }
  }
}
