package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Primitive;
import org.jspecify.annotations.Nullable;

/** Comparisons of two sides of one type. */
final class Comparisons {

  private interface Test {
    boolean test(Node left, Node right, Scope scope) throws Throwable;
  }

  private static final class Comparison extends Node.OfBoolean {
    private final Test test;
    private final Node left;
    private final Node right;

    Comparison(Test test, Node left, Node right) {
      this.test = test;
      this.left = left;
      this.right = right;
    }

    @Override
    boolean asBoolean(Scope scope) throws Throwable {
      scope.fuel().step();
      return test.test(left, right, scope);
    }
  }

  private Comparisons() {}

  /** Returns a comparison of primitives; null if the operator is none or the type has it not. */
  static @Nullable Node of(Binary.Operator operator, Primitive type, Node left, Node right) {
    Test test =
        switch (type) {
          case INT -> ints(Operators.compareInts(operator));
          case LONG -> longs(Operators.compareLongs(operator));
          case FLOAT -> floats(Operators.compareFloats(operator));
          case DOUBLE -> doubles(Operators.compareDoubles(operator));
          default -> null;
        };
    return test == null ? null : new Comparison(test, left, right);
  }

  /** {@code ==} or {@code !=} of references. */
  @SuppressWarnings("ReferenceEquality") // what the source asks for
  static Node ofReferences(boolean same, Node left, Node right) {
    return new Comparison(
        (a, b, scope) -> (a.evaluate(scope) == b.evaluate(scope)) == same, left, right);
  }

  private static @Nullable Test ints(Operators.@Nullable CompareInts compare) {
    return compare == null ? null : (a, b, s) -> compare.test(a.asInt(s), b.asInt(s));
  }

  private static @Nullable Test longs(Operators.@Nullable CompareLongs compare) {
    return compare == null ? null : (a, b, s) -> compare.test(a.asLong(s), b.asLong(s));
  }

  private static @Nullable Test floats(Operators.@Nullable CompareFloats compare) {
    return compare == null ? null : (a, b, s) -> compare.test(a.asFloat(s), b.asFloat(s));
  }

  private static @Nullable Test doubles(Operators.@Nullable CompareDoubles compare) {
    return compare == null ? null : (a, b, s) -> compare.test(a.asDouble(s), b.asDouble(s));
  }
}
