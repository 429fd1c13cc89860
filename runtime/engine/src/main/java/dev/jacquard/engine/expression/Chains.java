package dev.jacquard.engine.expression;

import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Binary operators of one type, from left to right: {@code first op rest[0] op rest[1] ...}. A sum
 * of 5,000 terms is one such node, and evaluated by a loop.
 */
final class Chains {

  private Chains() {}

  static final class OfInts extends Node.OfInt {
    private final Node first;
    private final IntBinaryOperator[] operators;
    private final Node[] rest;

    OfInts(Node first, IntBinaryOperator[] operators, Node[] rest) {
      this.first = first;
      this.operators = operators;
      this.rest = rest;
    }

    @Override
    int asInt(Scope scope) throws Throwable {
      int value = first.asInt(scope);
      for (int i = 0; i < rest.length; i++) {
        scope.fuel().step();
        value = operators[i].applyAsInt(value, rest[i].asInt(scope));
      }
      return value;
    }
  }

  static final class OfLongs extends Node.OfLong {
    private final Node first;
    private final LongBinaryOperator[] operators;
    private final boolean[] shifts;
    private final Node[] rest;

    /** A shift's right side may be an int, another operator's never is. */
    OfLongs(Node first, LongBinaryOperator[] operators, boolean[] shifts, Node[] rest) {
      this.first = first;
      this.operators = operators;
      this.shifts = shifts;
      this.rest = rest;
    }

    @Override
    long asLong(Scope scope) throws Throwable {
      long value = first.asLong(scope);
      for (int i = 0; i < rest.length; i++) {
        scope.fuel().step();
        long right = shifts[i] ? rest[i].asInt(scope) : rest[i].asLong(scope);
        value = operators[i].applyAsLong(value, right);
      }
      return value;
    }
  }

  static final class OfFloats extends Node.OfFloat {
    private final Node first;
    private final Operators.OnFloats[] operators;
    private final Node[] rest;

    OfFloats(Node first, Operators.OnFloats[] operators, Node[] rest) {
      this.first = first;
      this.operators = operators;
      this.rest = rest;
    }

    @Override
    float asFloat(Scope scope) throws Throwable {
      float value = first.asFloat(scope);
      for (int i = 0; i < rest.length; i++) {
        scope.fuel().step();
        value = operators[i].apply(value, rest[i].asFloat(scope));
      }
      return value;
    }
  }

  static final class OfDoubles extends Node.OfDouble {
    private final Node first;
    private final DoubleBinaryOperator[] operators;
    private final Node[] rest;

    OfDoubles(Node first, DoubleBinaryOperator[] operators, Node[] rest) {
      this.first = first;
      this.operators = operators;
      this.rest = rest;
    }

    @Override
    double asDouble(Scope scope) throws Throwable {
      double value = first.asDouble(scope);
      for (int i = 0; i < rest.length; i++) {
        scope.fuel().step();
        value = operators[i].applyAsDouble(value, rest[i].asDouble(scope));
      }
      return value;
    }
  }

  static final class OfBooleans extends Node.OfBoolean {
    private final Node first;
    private final Operators.OnBooleans[] operators;
    private final Node[] rest;

    OfBooleans(Node first, Operators.OnBooleans[] operators, Node[] rest) {
      this.first = first;
      this.operators = operators;
      this.rest = rest;
    }

    @Override
    boolean asBoolean(Scope scope) throws Throwable {
      boolean value = first.asBoolean(scope);
      for (int i = 0; i < rest.length; i++) {
        scope.fuel().step();
        value = operators[i].apply(value, rest[i].asBoolean(scope));
      }
      return value;
    }
  }
}
