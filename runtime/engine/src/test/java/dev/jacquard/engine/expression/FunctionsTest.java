package dev.jacquard.engine.expression;

import static dev.jacquard.engine.expression.Expressions.constant;
import static dev.jacquard.engine.expression.Expressions.evaluate;
import static dev.jacquard.engine.expression.Expressions.invoke;
import static dev.jacquard.engine.expression.Expressions.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.expression.ExpressionLimitException.Limit;
import dev.jacquard.spec.v1.PureFunctions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

  @Test
  void everyFunctionOfTheListCanBeCalled() {
    List<String> missing = new ArrayList<>();
    for (String signature : PureFunctions.signatures()) {
      try {
        Functions.find(signature, arguments(signature));
      } catch (InvalidExpressionException e) {
        missing.add(e.getMessage());
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System.exit(int)",
        "java.lang.String.toLowerCase()",
        "java.lang.Math.random()",
        "java.time.Instant.now()",
        "java.util.UUID.randomUUID()"
      })
  void noOtherFunctionCanBeCalled(String signature) {
    assertThatThrownBy(() -> evaluate(invoke(signature)))
        .isInstanceOf(InvalidExpressionException.class)
        .hasMessageContaining(signature);
  }

  /**
   * A default locale, zone or clock, random numbers, user code and streams would make answers
   * differ.
   */
  @Test
  void noFunctionAsksForWhatDiffers() {
    assertThat(PureFunctions.signatures())
        .noneMatch(
            s ->
                s.matches(
                    ".*(Locale|Zone|Clock|Random|now\\(|random|format|Stream|Function|Predicate|Comparator).*"));
  }

  @Test
  void receiverAndArgumentsArePassed() throws Throwable {
    assertThat(
            evaluate(
                invoke("java.lang.String.substring(int,int)", slot(0), slot(1), slot(2)),
                "pattern",
                1,
                4))
        .isEqualTo("att");
    assertThat(evaluate(invoke("java.lang.Math.floorMod(int,int)", slot(0), slot(1)), -7, 3))
        .isEqualTo(2);
    assertThat(evaluate(invoke("java.util.Optional.empty()"))).isEqualTo(Optional.empty());
    assertThat(evaluate(invoke("java.math.BigDecimal.<init>(java.lang.String)", slot(0)), "1.50"))
        .isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void listsHaveAnyNumberOfElements() throws Throwable {
    Object[] slots = new Object[300];
    Arrays.setAll(slots, i -> i);
    dev.jacquard.spec.v1.Expression[] arguments = new dev.jacquard.spec.v1.Expression[300];
    Arrays.setAll(arguments, Expressions::slot);

    assertThat(evaluate(invoke(PureFunctions.LIST_OF, arguments), slots))
        .isEqualTo(Arrays.asList(slots));
    assertThat(evaluate(invoke(PureFunctions.LIST_OF))).isEqualTo(List.of());
  }

  @Test
  void mapsAreMadeByTheMethodOfTheirSize() throws Throwable {
    assertThat(evaluate(invoke(PureFunctions.MAP_OF, slot(0), slot(1)), "a", 1))
        .isEqualTo(Map.of("a", 1));
    assertThatThrownBy(
            () ->
                evaluate(invoke(PureFunctions.MAP_OF, slot(0), slot(1), slot(0), slot(1)), "a", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("duplicate key: a");
  }

  @Test
  void exceptionsAreThoseOfTheMethodItself() {
    assertThatThrownBy(
            () -> evaluate(invoke("java.lang.Integer.parseInt(java.lang.String)", slot(0)), "x"))
        .isExactlyInstanceOf(NumberFormatException.class)
        .hasMessage("For input string: \"x\"");
    assertThatThrownBy(() -> evaluate(invoke("java.lang.String.length()", slot(0)), (Object) null))
        .isExactlyInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () -> evaluate(invoke("java.util.List.get(int)", slot(0), slot(1)), List.of(1), 2))
        .isExactlyInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void wrongNumberOfArgumentsIsRefused() {
    assertThatThrownBy(
            () -> evaluate(invoke("java.lang.String.length()", slot(0), slot(1)), "", ""))
        .isInstanceOf(InvalidExpressionException.class)
        .hasMessageContaining("must have 1 arguments");
  }

  @Test
  void sizesAreLimited() {
    assertLimit(Limit.TEXT_LENGTH, "java.lang.String.repeat(int)", "x", 2_000_000_000);
    assertLimit(
        Limit.TEXT_LENGTH,
        "java.lang.String.replace(java.lang.CharSequence,java.lang.CharSequence)",
        "a".repeat(1 << 20),
        "a",
        "b".repeat(1 << 10));
    assertLimit(
        Limit.TEXT_LENGTH,
        "java.lang.String.join(java.lang.CharSequence,java.lang.Iterable)",
        "-".repeat(1 << 20),
        Collections.nCopies(100, "a"));
    assertLimit(Limit.NUMBER_BITS, "java.math.BigInteger.pow(int)", BigInteger.TEN, 2_000_000_000);
    assertLimit(
        Limit.NUMBER_BITS,
        "java.math.BigInteger.shiftLeft(int)",
        BigInteger.ONE,
        Integer.MAX_VALUE);
    assertLimit(
        Limit.NUMBER_BITS,
        "java.math.BigInteger.shiftRight(int)",
        BigInteger.ONE,
        Integer.MIN_VALUE);
    assertLimit(
        Limit.NUMBER_BITS, "java.math.BigInteger.setBit(int)", BigInteger.ONE, 2_000_000_000);
    BigDecimal far = new BigDecimal("1E+1000000000");
    assertLimit(
        Limit.NUMBER_BITS, "java.math.BigDecimal.add(java.math.BigDecimal)", far, BigDecimal.ONE);
    assertLimit(Limit.NUMBER_BITS, "java.math.BigDecimal.toPlainString()", far);
    assertLimit(Limit.NUMBER_BITS, "java.math.BigDecimal.toBigInteger()", far);
    assertLimit(
        Limit.NUMBER_BITS, "java.math.BigDecimal.setScale(int)", BigDecimal.ONE, 2_000_000_000);
    assertLimit(
        Limit.NUMBER_BITS,
        "java.math.BigDecimal.movePointRight(int)",
        BigDecimal.ONE,
        2_000_000_000);
    assertLimit(
        Limit.NUMBER_BITS, "java.math.BigDecimal.pow(int)", new BigDecimal("1.1"), 999_999_999);
    assertLimit(
        Limit.NUMBER_BITS, "java.math.BigInteger.<init>(java.lang.String)", "9".repeat(1 << 20));
    BigInteger large = BigInteger.ONE.shiftLeft(500_000).subtract(BigInteger.ONE);
    assertLimit(
        Limit.STEPS,
        "java.math.BigInteger.modPow(java.math.BigInteger,java.math.BigInteger)",
        large,
        large,
        large);
  }

  @Test
  void ordinaryBigNumbersAreWithinTheLimits() throws Throwable {
    BigInteger large = BigInteger.ONE.shiftLeft(100_000).subtract(BigInteger.ONE);

    assertThat(
            evaluate(
                invoke("java.math.BigInteger.multiply(java.math.BigInteger)", slot(0), slot(0)),
                large))
        .isEqualTo(large.multiply(large));
    assertThat(
            evaluate(
                invoke("java.math.BigDecimal.divide(java.math.BigDecimal)", slot(0), slot(1)),
                new BigDecimal("1.00"),
                new BigDecimal("8")))
        .isEqualTo(new BigDecimal("1.00").divide(new BigDecimal("8")));
  }

  @Test
  void callsOneAfterAnotherNeedNoStack() throws Throwable {
    dev.jacquard.spec.v1.Expression sum = constant(BigInteger.ZERO);
    for (int i = 0; i < 5_000; i++) {
      sum = invoke("java.math.BigInteger.add(java.math.BigInteger)", sum, slot(0));
    }
    assertThat(Expressions.onSmallStack(sum, BigInteger.TWO)).isEqualTo(BigInteger.valueOf(10_000));
  }

  private static void assertLimit(Limit limit, String signature, Object... arguments) {
    dev.jacquard.spec.v1.Expression[] slots = new dev.jacquard.spec.v1.Expression[arguments.length];
    Arrays.setAll(slots, Expressions::slot);

    assertThatThrownBy(() -> evaluate(invoke(signature, slots), arguments))
        .describedAs(signature)
        .isInstanceOfSatisfying(
            ExpressionLimitException.class, e -> assertThat(e.limit()).isEqualTo(limit))
        .hasMessageContaining(limit.name());
  }

  /** Counts by reflection, apart from how the table does it. */
  private static int arguments(String signature) {
    if (signature.equals(PureFunctions.LIST_OF) || signature.equals(PureFunctions.MAP_OF)) {
      return 2;
    }
    int open = signature.indexOf('(');
    String list = signature.substring(open + 1, signature.length() - 1);
    int parameters = list.isEmpty() ? 0 : list.split(",").length;
    String name = signature.substring(signature.lastIndexOf('.', open) + 1, open);
    return parameters + (name.equals("<init>") || isStatic(signature, name, parameters) ? 0 : 1);
  }

  private static boolean isStatic(String signature, String name, int parameters) {
    try {
      Class<?> owner = Class.forName(signature.substring(0, signature.indexOf(name + "(") - 1));
      String list = signature.substring(signature.indexOf('('));
      for (Method method : owner.getMethods()) {
        String types =
            Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).toList().toString();
        if (method.getName().equals(name)
            && method.getParameterCount() == parameters
            && types.replace(" ", "").equals("[" + list.substring(1, list.length() - 1) + "]")) {
          return Modifier.isStatic(method.getModifiers());
        }
      }
      throw new AssertionError(signature + " is no method");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
