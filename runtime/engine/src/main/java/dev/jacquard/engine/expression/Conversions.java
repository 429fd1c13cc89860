package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.Primitive;

/** Casts between primitives, and the unary operators. */
final class Conversions {

  private interface ToInt {
    int of(Node node, Scope scope) throws Throwable;
  }

  private interface ToLong {
    long of(Node node, Scope scope) throws Throwable;
  }

  private interface ToFloat {
    float of(Node node, Scope scope) throws Throwable;
  }

  private interface ToDouble {
    double of(Node node, Scope scope) throws Throwable;
  }

  private interface ToBoolean {
    boolean of(Node node, Scope scope) throws Throwable;
  }

  private Conversions() {}

  /** A cast; what is narrower than int goes by way of int, as JLS 5.1.3 says. */
  static Node convert(Primitive from, Primitive to, Node operand) {
    boolean known = isNumeric(from) && isNumeric(to);
    if (from == Primitive.BOOLEAN && to == Primitive.BOOLEAN) {
      return operand;
    }
    if (!known) {
      throw new InvalidExpressionException("No cast from " + from + " to " + to + " is known.");
    }
    return switch (to) {
      case BYTE -> new Narrow(toInt(from, operand), value -> (byte) value);
      case SHORT -> new Narrow(toInt(from, operand), value -> (short) value);
      case CHAR -> new Narrow(toInt(from, operand), value -> (char) value);
      case INT -> toInt(from, operand);
      case LONG -> toLong(from, operand);
      case FLOAT -> toFloat(from, operand);
      default -> toDouble(from, operand);
    };
  }

  static Node negate(Primitive type, Node operand) {
    return switch (type) {
      case INT -> ofInt(operand, (n, s) -> -n.asInt(s));
      case LONG -> ofLong(operand, (n, s) -> -n.asLong(s));
      case FLOAT -> ofFloat(operand, (n, s) -> -n.asFloat(s));
      case DOUBLE -> ofDouble(operand, (n, s) -> -n.asDouble(s));
      default -> throw new InvalidExpressionException("No - of " + type + " is known.");
    };
  }

  static Node complement(Primitive type, Node operand) {
    return switch (type) {
      case INT -> ofInt(operand, (n, s) -> ~n.asInt(s));
      case LONG -> ofLong(operand, (n, s) -> ~n.asLong(s));
      default -> throw new InvalidExpressionException("No ~ of " + type + " is known.");
    };
  }

  static Node not(Node operand) {
    return ofBoolean(operand, (n, s) -> !n.asBoolean(s));
  }

  private static boolean isNumeric(Primitive type) {
    return switch (type) {
      case BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  private static Node toInt(Primitive from, Node operand) {
    return switch (from) {
      case LONG -> ofInt(operand, (n, s) -> (int) n.asLong(s));
      case FLOAT -> ofInt(operand, (n, s) -> (int) n.asFloat(s));
      case DOUBLE -> ofInt(operand, (n, s) -> (int) n.asDouble(s));
      default -> ofInt(operand, Node::asInt);
    };
  }

  private static Node toLong(Primitive from, Node operand) {
    return switch (from) {
      case LONG -> operand;
      case FLOAT -> ofLong(operand, (n, s) -> (long) n.asFloat(s));
      case DOUBLE -> ofLong(operand, (n, s) -> (long) n.asDouble(s));
      default -> ofLong(operand, Node::asInt);
    };
  }

  private static Node toFloat(Primitive from, Node operand) {
    return switch (from) {
      case LONG -> ofFloat(operand, (n, s) -> (float) n.asLong(s));
      case FLOAT -> operand;
      case DOUBLE -> ofFloat(operand, (n, s) -> (float) n.asDouble(s));
      default -> ofFloat(operand, (n, s) -> (float) n.asInt(s));
    };
  }

  private static Node toDouble(Primitive from, Node operand) {
    return switch (from) {
      case LONG -> ofDouble(operand, (n, s) -> (double) n.asLong(s));
      case FLOAT -> ofDouble(operand, (n, s) -> n.asFloat(s));
      case DOUBLE -> operand;
      default -> ofDouble(operand, (n, s) -> n.asInt(s));
    };
  }

  private interface Narrowing {
    /** A Byte, Short or Character. */
    Object of(int value);
  }

  /** A byte, short or char. */
  private static final class Narrow extends Node {
    private final Node operand;
    private final Narrowing narrowing;

    Narrow(Node operand, Narrowing narrowing) {
      this.operand = operand;
      this.narrowing = narrowing;
    }

    @Override
    Object evaluate(Scope scope) throws Throwable {
      scope.fuel().step();
      return narrowing.of(operand.asInt(scope));
    }
  }

  private static Node ofInt(Node operand, ToInt function) {
    return new Node.OfInt() {
      @Override
      int asInt(Scope scope) throws Throwable {
        scope.fuel().step();
        return function.of(operand, scope);
      }
    };
  }

  private static Node ofLong(Node operand, ToLong function) {
    return new Node.OfLong() {
      @Override
      long asLong(Scope scope) throws Throwable {
        scope.fuel().step();
        return function.of(operand, scope);
      }
    };
  }

  private static Node ofFloat(Node operand, ToFloat function) {
    return new Node.OfFloat() {
      @Override
      float asFloat(Scope scope) throws Throwable {
        scope.fuel().step();
        return function.of(operand, scope);
      }
    };
  }

  private static Node ofDouble(Node operand, ToDouble function) {
    return new Node.OfDouble() {
      @Override
      double asDouble(Scope scope) throws Throwable {
        scope.fuel().step();
        return function.of(operand, scope);
      }
    };
  }

  private static Node ofBoolean(Node operand, ToBoolean function) {
    return new Node.OfBoolean() {
      @Override
      boolean asBoolean(Scope scope) throws Throwable {
        scope.fuel().step();
        return function.of(operand, scope);
      }
    };
  }
}
