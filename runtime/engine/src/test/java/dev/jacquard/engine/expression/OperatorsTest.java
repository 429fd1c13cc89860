package dev.jacquard.engine.expression;

import static dev.jacquard.engine.expression.Expressions.binary;
import static dev.jacquard.engine.expression.Expressions.constant;
import static dev.jacquard.engine.expression.Expressions.convert;
import static dev.jacquard.engine.expression.Expressions.evaluate;
import static dev.jacquard.engine.expression.Expressions.slot;
import static dev.jacquard.engine.expression.Expressions.unary;
import static dev.jacquard.spec.v1.Primitive.BOOLEAN;
import static dev.jacquard.spec.v1.Primitive.BYTE;
import static dev.jacquard.spec.v1.Primitive.CHAR;
import static dev.jacquard.spec.v1.Primitive.DOUBLE;
import static dev.jacquard.spec.v1.Primitive.FLOAT;
import static dev.jacquard.spec.v1.Primitive.INT;
import static dev.jacquard.spec.v1.Primitive.LONG;
import static dev.jacquard.spec.v1.Primitive.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.spec.v1.Binary.Operator;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Unary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every operator on every type, at the edges, compared with what javac makes of the same. */
class OperatorsTest {

  private static final List<Integer> INTS =
      List.of(
          Integer.MIN_VALUE,
          Integer.MIN_VALUE + 1,
          -65_537,
          -33,
          -2,
          -1,
          0,
          1,
          2,
          31,
          32,
          33,
          255,
          65_536,
          Integer.MAX_VALUE);
  private static final List<Long> LONGS =
      List.of(
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1,
          -4_294_967_297L,
          -65L,
          -1L,
          0L,
          1L,
          2L,
          31L,
          32L,
          63L,
          64L,
          65L,
          4_294_967_296L,
          Long.MAX_VALUE);
  private static final List<Float> FLOATS =
      List.of(
          Float.NEGATIVE_INFINITY,
          -Float.MAX_VALUE,
          -3.5f,
          -1f,
          -Float.MIN_VALUE,
          -0f,
          0f,
          Float.MIN_VALUE,
          0.1f,
          1f,
          16_777_216f,
          3e9f,
          1e19f,
          Float.MAX_VALUE,
          Float.POSITIVE_INFINITY,
          Float.NaN);
  private static final List<Double> DOUBLES =
      List.of(
          Double.NEGATIVE_INFINITY,
          -Double.MAX_VALUE,
          -3.5,
          -1.0,
          -Double.MIN_VALUE,
          -0.0,
          0.0,
          Double.MIN_VALUE,
          0.1,
          1.0,
          3e9,
          1e19,
          1e300,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NaN);
  private static final List<Boolean> BOOLEANS = List.of(false, true);

  private int compared;

  @Test
  void ints() {
    Map<Operator, BiFunction<Integer, Integer, Object>> java = new LinkedHashMap<>();
    java.put(Operator.ADD, (a, b) -> a + b);
    java.put(Operator.SUBTRACT, (a, b) -> a - b);
    java.put(Operator.MULTIPLY, (a, b) -> a * b);
    java.put(Operator.DIVIDE, (a, b) -> a / b);
    java.put(Operator.REMAINDER, (a, b) -> a % b);
    java.put(Operator.SHIFT_LEFT, (a, b) -> a << b);
    java.put(Operator.SHIFT_RIGHT, (a, b) -> a >> b);
    java.put(Operator.SHIFT_RIGHT_UNSIGNED, (a, b) -> a >>> b);
    java.put(Operator.AND, (a, b) -> a & b);
    java.put(Operator.OR, (a, b) -> a | b);
    java.put(Operator.XOR, (a, b) -> a ^ b);
    java.put(Operator.EQUAL, (a, b) -> (int) a == (int) b);
    java.put(Operator.NOT_EQUAL, (a, b) -> (int) a != (int) b);
    java.put(Operator.LESS, (a, b) -> a < b);
    java.put(Operator.LESS_OR_EQUAL, (a, b) -> a <= b);
    java.put(Operator.GREATER, (a, b) -> a > b);
    java.put(Operator.GREATER_OR_EQUAL, (a, b) -> a >= b);
    compare(INT, INTS, INTS, java);
    assertThat(compared).isEqualTo(17 * 15 * 15);
  }

  @Test
  void longs() {
    Map<Operator, BiFunction<Long, Long, Object>> java = new LinkedHashMap<>();
    java.put(Operator.ADD, (a, b) -> a + b);
    java.put(Operator.SUBTRACT, (a, b) -> a - b);
    java.put(Operator.MULTIPLY, (a, b) -> a * b);
    java.put(Operator.DIVIDE, (a, b) -> a / b);
    java.put(Operator.REMAINDER, (a, b) -> a % b);
    java.put(Operator.SHIFT_LEFT, (a, b) -> a << b);
    java.put(Operator.SHIFT_RIGHT, (a, b) -> a >> b);
    java.put(Operator.SHIFT_RIGHT_UNSIGNED, (a, b) -> a >>> b);
    java.put(Operator.AND, (a, b) -> a & b);
    java.put(Operator.OR, (a, b) -> a | b);
    java.put(Operator.XOR, (a, b) -> a ^ b);
    java.put(Operator.EQUAL, (a, b) -> (long) a == (long) b);
    java.put(Operator.NOT_EQUAL, (a, b) -> (long) a != (long) b);
    java.put(Operator.LESS, (a, b) -> a < b);
    java.put(Operator.LESS_OR_EQUAL, (a, b) -> a <= b);
    java.put(Operator.GREATER, (a, b) -> a > b);
    java.put(Operator.GREATER_OR_EQUAL, (a, b) -> a >= b);
    compare(LONG, LONGS, LONGS, java);
  }

  @Test
  void shiftsByTheOtherType() {
    Map<Operator, BiFunction<Integer, Long, Object>> ints = new LinkedHashMap<>();
    ints.put(Operator.SHIFT_LEFT, (a, b) -> a << b);
    ints.put(Operator.SHIFT_RIGHT, (a, b) -> a >> b);
    ints.put(Operator.SHIFT_RIGHT_UNSIGNED, (a, b) -> a >>> b);
    compare(INT, INTS, LONGS, ints);
    Map<Operator, BiFunction<Long, Integer, Object>> longs = new LinkedHashMap<>();
    longs.put(Operator.SHIFT_LEFT, (a, b) -> a << b);
    longs.put(Operator.SHIFT_RIGHT, (a, b) -> a >> b);
    longs.put(Operator.SHIFT_RIGHT_UNSIGNED, (a, b) -> a >>> b);
    compare(LONG, LONGS, INTS, longs);
  }

  @Test
  void floats() {
    Map<Operator, BiFunction<Float, Float, Object>> java = new LinkedHashMap<>();
    java.put(Operator.ADD, (a, b) -> a + b);
    java.put(Operator.SUBTRACT, (a, b) -> a - b);
    java.put(Operator.MULTIPLY, (a, b) -> a * b);
    java.put(Operator.DIVIDE, (a, b) -> a / b);
    java.put(Operator.REMAINDER, (a, b) -> a % b);
    java.put(Operator.EQUAL, (a, b) -> (float) a == (float) b);
    java.put(Operator.NOT_EQUAL, (a, b) -> (float) a != (float) b);
    java.put(Operator.LESS, (a, b) -> a < b);
    java.put(Operator.LESS_OR_EQUAL, (a, b) -> a <= b);
    java.put(Operator.GREATER, (a, b) -> a > b);
    java.put(Operator.GREATER_OR_EQUAL, (a, b) -> a >= b);
    compare(FLOAT, FLOATS, FLOATS, java);
  }

  @Test
  void doubles() {
    Map<Operator, BiFunction<Double, Double, Object>> java = new LinkedHashMap<>();
    java.put(Operator.ADD, (a, b) -> a + b);
    java.put(Operator.SUBTRACT, (a, b) -> a - b);
    java.put(Operator.MULTIPLY, (a, b) -> a * b);
    java.put(Operator.DIVIDE, (a, b) -> a / b);
    java.put(Operator.REMAINDER, (a, b) -> a % b);
    java.put(Operator.EQUAL, (a, b) -> (double) a == (double) b);
    java.put(Operator.NOT_EQUAL, (a, b) -> (double) a != (double) b);
    java.put(Operator.LESS, (a, b) -> a < b);
    java.put(Operator.LESS_OR_EQUAL, (a, b) -> a <= b);
    java.put(Operator.GREATER, (a, b) -> a > b);
    java.put(Operator.GREATER_OR_EQUAL, (a, b) -> a >= b);
    compare(DOUBLE, DOUBLES, DOUBLES, java);
  }

  @Test
  void booleans() {
    Map<Operator, BiFunction<Boolean, Boolean, Object>> java = new LinkedHashMap<>();
    java.put(Operator.AND, (a, b) -> Boolean.logicalAnd(a, b));
    java.put(Operator.OR, (a, b) -> Boolean.logicalOr(a, b));
    java.put(Operator.XOR, (a, b) -> a ^ b);
    java.put(Operator.EQUAL, (a, b) -> (boolean) a == (boolean) b);
    java.put(Operator.NOT_EQUAL, (a, b) -> (boolean) a != (boolean) b);
    compare(BOOLEAN, BOOLEANS, BOOLEANS, java);
  }

  @Test
  void unaryOperators() {
    unaries(Unary.Operator.NEGATE, INT, INTS, a -> -a);
    unaries(Unary.Operator.NEGATE, LONG, LONGS, a -> -a);
    unaries(Unary.Operator.NEGATE, FLOAT, FLOATS, a -> -a);
    unaries(Unary.Operator.NEGATE, DOUBLE, DOUBLES, a -> -a);
    unaries(Unary.Operator.COMPLEMENT, INT, INTS, a -> ~a);
    unaries(Unary.Operator.COMPLEMENT, LONG, LONGS, a -> ~a);
    unaries(Unary.Operator.NOT, BOOLEAN, BOOLEANS, a -> !a);
    assertThat(compared).isEqualTo(2 * 15 + 2 * 16 + 15 + 15 + 2);
  }

  @Test
  void conversionsOfInts() {
    converts(INT, BYTE, INTS, a -> (byte) (int) a);
    converts(INT, SHORT, INTS, a -> (short) (int) a);
    converts(INT, CHAR, INTS, a -> (char) (int) a);
    converts(INT, LONG, INTS, a -> (long) a);
    converts(INT, FLOAT, INTS, a -> (float) a);
    converts(INT, DOUBLE, INTS, a -> (double) a);
    converts(CHAR, INT, List.of('\0', 'a', '\uffff'), a -> (int) a);
    converts(CHAR, BYTE, List.of('\0', 'a', '\uffff'), a -> (byte) (char) a);
    converts(CHAR, SHORT, List.of('\0', 'a', '\uffff'), a -> (short) (char) a);
    converts(CHAR, DOUBLE, List.of('\0', 'a', '\uffff'), a -> (double) a);
    converts(BYTE, CHAR, List.of(Byte.MIN_VALUE, (byte) 7), a -> (char) (byte) a);
    converts(BYTE, LONG, List.of(Byte.MIN_VALUE, (byte) 7), a -> (long) a);
    converts(SHORT, BYTE, List.of(Short.MIN_VALUE, (short) 300), a -> (byte) (short) a);
    converts(SHORT, FLOAT, List.of(Short.MIN_VALUE, (short) 300), a -> (float) a);
  }

  @Test
  void conversionsOfLongs() {
    converts(LONG, BYTE, LONGS, a -> (byte) (long) a);
    converts(LONG, SHORT, LONGS, a -> (short) (long) a);
    converts(LONG, CHAR, LONGS, a -> (char) (long) a);
    converts(LONG, INT, LONGS, a -> (int) (long) a);
    converts(LONG, FLOAT, LONGS, a -> (float) a);
    converts(LONG, DOUBLE, LONGS, a -> (double) a);
  }

  @Test
  void conversionsOfFloats() {
    converts(FLOAT, BYTE, FLOATS, a -> (byte) (float) a);
    converts(FLOAT, SHORT, FLOATS, a -> (short) (float) a);
    converts(FLOAT, CHAR, FLOATS, a -> (char) (float) a);
    converts(FLOAT, INT, FLOATS, a -> (int) (float) a);
    converts(FLOAT, LONG, FLOATS, a -> (long) (float) a);
    converts(FLOAT, DOUBLE, FLOATS, a -> (double) a);
    converts(DOUBLE, BYTE, DOUBLES, a -> (byte) (double) a);
    converts(DOUBLE, SHORT, DOUBLES, a -> (short) (double) a);
    converts(DOUBLE, CHAR, DOUBLES, a -> (char) (double) a);
    converts(DOUBLE, INT, DOUBLES, a -> (int) (double) a);
    converts(DOUBLE, LONG, DOUBLES, a -> (long) (double) a);
    converts(DOUBLE, FLOAT, DOUBLES, a -> (float) (double) a);
  }

  @Test
  void divisionByZeroHasJavasMessage() {
    assertThatThrownBy(() -> evaluate(binary(Operator.DIVIDE, INT, slot(0), slot(1)), 1, 0))
        .isExactlyInstanceOf(ArithmeticException.class)
        .hasMessage("/ by zero");
    assertThatThrownBy(() -> evaluate(binary(Operator.REMAINDER, LONG, slot(0), slot(1)), 1L, 0L))
        .isExactlyInstanceOf(ArithmeticException.class)
        .hasMessage("/ by zero");
  }

  @Test
  void operatorsThatATypeHasNotAreRefused() {
    assertThatThrownBy(
            () -> evaluate(binary(Operator.SHIFT_LEFT, DOUBLE, slot(0), slot(1)), 1.0, 1.0))
        .isInstanceOf(InvalidExpressionException.class)
        .hasMessageContaining("SHIFT_LEFT of DOUBLE");
    assertThatThrownBy(
            () -> evaluate(binary(Operator.ADD, BYTE, slot(0), slot(1)), (byte) 1, (byte) 1))
        .isInstanceOf(InvalidExpressionException.class);
    assertThatThrownBy(() -> evaluate(convert(BOOLEAN, INT, slot(0)), true))
        .isInstanceOf(InvalidExpressionException.class);
  }

  /** On values of the block, and on constants. */
  private <A, B> void compare(
      Primitive type, List<A> lefts, List<B> rights, Map<Operator, BiFunction<A, B, Object>> java) {
    java.forEach(
        (operator, function) -> {
          for (A a : lefts) {
            for (B b : rights) {
              Object expected = outcome(() -> function.apply(a, b));
              assertSame(expected, binary(operator, type, slot(0), slot(1)), operator, a, b);
              assertSame(
                  expected, binary(operator, type, constant(a), constant(b)), operator, a, b);
              compared++;
            }
          }
        });
  }

  private <A> void unaries(
      Unary.Operator operator, Primitive type, List<A> operands, Function<A, Object> java) {
    for (A a : operands) {
      assertSame(outcome(() -> java.apply(a)), unary(operator, type, slot(0)), operator, a, null);
      compared++;
    }
  }

  private <A> void converts(
      Primitive from, Primitive to, List<A> operands, Function<A, Object> java) {
    for (A a : operands) {
      assertSame(outcome(() -> java.apply(a)), convert(from, to, slot(0)), to, a, null);
    }
  }

  private static void assertSame(
      Object expected, Expression expression, Object operator, Object a, Object b) {
    Object found = outcome(() -> evaluate(expression, a, b));
    if (!Objects.equals(expected, found)) {
      throw new AssertionError(
          operator + " of " + a + " and " + b + ": expected " + expected + ", found " + found);
    }
  }

  private interface Computation {
    Object get() throws Throwable;
  }

  /** A value, or the class and message of what was thrown. */
  private static Object outcome(Computation computation) {
    try {
      return computation.get();
    } catch (Throwable e) {
      return e.toString();
    }
  }
}
