package dev.jacquard.engine.expression;

import static dev.jacquard.engine.expression.Expressions.NO_TYPES;
import static dev.jacquard.engine.expression.Expressions.binary;
import static dev.jacquard.engine.expression.Expressions.concat;
import static dev.jacquard.engine.expression.Expressions.conditional;
import static dev.jacquard.engine.expression.Expressions.constant;
import static dev.jacquard.engine.expression.Expressions.convert;
import static dev.jacquard.engine.expression.Expressions.evaluate;
import static dev.jacquard.engine.expression.Expressions.onSmallStack;
import static dev.jacquard.engine.expression.Expressions.slot;
import static dev.jacquard.engine.expression.Expressions.unary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.WorkflowFailedException;
import dev.jacquard.engine.expression.ExpressionLimitException.Limit;
import dev.jacquard.engine.value.Shop;
import dev.jacquard.engine.value.Shop.Circle;
import dev.jacquard.engine.value.Shop.Color;
import dev.jacquard.engine.value.Shop.Figure;
import dev.jacquard.engine.value.Shop.Line;
import dev.jacquard.engine.value.Shop.Named;
import dev.jacquard.spec.v1.ArrayAccess;
import dev.jacquard.spec.v1.ArrayLiteral;
import dev.jacquard.spec.v1.Binary.Operator;
import dev.jacquard.spec.v1.CheckedCast;
import dev.jacquard.spec.v1.Component;
import dev.jacquard.spec.v1.Construct;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.InstanceOf;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Raise;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Unary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExpressionCompilerTest {

  private static final Expression FAILS =
      binary(Operator.DIVIDE, Primitive.INT, constant(1), constant(0));

  @Test
  void onlyTheTakenSideIsEvaluated() throws Throwable {
    assertThat(evaluate(conditional(slot(0), constant(1), FAILS), true)).isEqualTo(1);
    assertThat(evaluate(conditional(slot(0), FAILS, constant(2)), false)).isEqualTo(2);
    assertThatThrownBy(() -> evaluate(conditional(slot(0), FAILS, constant(2)), true))
        .isInstanceOf(ArithmeticException.class);
    assertThat(evaluate(and(slot(0), and(slot(1), slot(2))), true, true, false)).isEqualTo(false);
    assertThat(
            evaluate(
                and(
                    and(slot(0), binary(Operator.EQUAL, Primitive.INT, FAILS, constant(1))),
                    slot(0)),
                false))
        .isEqualTo(false);
  }

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    Expression second = raise(IllegalStateException.class, constant("second"), null);
    assertThatThrownBy(() -> evaluate(binary(Operator.ADD, Primitive.INT, FAILS, second)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () ->
                evaluate(
                    binary(
                        Operator.DIVIDE,
                        Primitive.INT,
                        constant(1),
                        binary(Operator.ADD, Primitive.INT, constant(0), second))))
        .hasMessage("second");
    assertThatThrownBy(() -> evaluate(concat(concat(FAILS, constant("")), second)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void textsAreJoinedAsJavaJoinsThem() throws Throwable {
    Object nothing = null;
    Object[] values = {
      nothing,
      'c',
      1.0f,
      1e21,
      -0.0,
      (byte) 3,
      7L,
      true,
      Color.GREEN,
      new Circle(1),
      List.of(1),
      Optional.of("x")
    };
    Expression[] parts = new Expression[values.length + 1];
    parts[0] = constant("");
    for (int i = 0; i < values.length; i++) {
      parts[i + 1] = slot(i);
    }
    String expected =
        ""
            + nothing
            + 'c'
            + 1.0f
            + 1e21
            + -0.0
            + (byte) 3
            + 7L
            + true
            + Color.GREEN
            + new Circle(1)
            + List.of(1)
            + Optional.of("x");

    assertThat(evaluate(concat(parts), values)).isEqualTo(expected);
  }

  @Test
  void charactersAreNumbersAfterConversion() throws Throwable {
    Expression sum =
        binary(
            Operator.ADD,
            Primitive.INT,
            convert(Primitive.CHAR, Primitive.INT, slot(0)),
            constant(1));

    assertThat(evaluate(sum, 'a')).isEqualTo('a' + 1);
    assertThat(evaluate(convert(Primitive.INT, Primitive.CHAR, sum), 'a')).isEqualTo('b');
    assertThat(evaluate(conditional(slot(1), slot(0), constant('z')), 'a', true)).isEqualTo('a');
  }

  @Test
  void unboxingNullFails() {
    Expression unbox = Expression.newBuilder().setUnbox(slot(0)).build();
    assertThatThrownBy(
            () -> evaluate(binary(Operator.ADD, Primitive.INT, unbox, constant(1)), (Object) null))
        .isExactlyInstanceOf(NullPointerException.class);
  }

  @Test
  void referencesAreComparedByIdentity() throws Throwable {
    assertThat(
            evaluate(
                binary(
                    Operator.SAME,
                    Primitive.PRIMITIVE_UNSPECIFIED,
                    slot(0),
                    constant(Shop.COLOR, Color.RED, Shop.TYPES)),
                Shop.TYPES,
                Color.RED))
        .isEqualTo(true);
    assertThat(
            evaluate(
                binary(Operator.NOT_SAME, Primitive.PRIMITIVE_UNSPECIFIED, slot(0), slot(1)),
                Color.RED,
                null))
        .isEqualTo(true);
    assertThat(
            evaluate(
                binary(Operator.SAME, Primitive.PRIMITIVE_UNSPECIFIED, slot(0), slot(0)),
                (Object) null))
        .isEqualTo(true);
  }

  @Test
  void recordsAreMadeAndRead() throws Throwable {
    Expression make =
        Expression.newBuilder()
            .setConstruct(
                Construct.newBuilder()
                    .setType(0)
                    .addComponents(slot(0))
                    .addComponents(constant(2))
                    .addComponents(slot(1)))
            .build();

    assertThat(evaluate(make, Shop.TYPES, "a", BigDecimal.ONE))
        .isEqualTo(new Line("a", 2, BigDecimal.ONE));
    assertThat(evaluate(component(0, 1, make), Shop.TYPES, "a", null)).isEqualTo(2);
    assertThatThrownBy(() -> evaluate(component(0, 0, slot(0)), Shop.TYPES, (Object) null))
        .isExactlyInstanceOf(NullPointerException.class);
  }

  @Test
  void castsAndTypeTestsAreJavas() throws Throwable {
    Figure figure = new Named("n");
    assertThat(evaluate(instanceOf(Shop.CIRCLE, slot(0)), Shop.TYPES, figure)).isEqualTo(false);
    assertThat(evaluate(instanceOf(Shop.FIGURE, slot(0)), Shop.TYPES, figure)).isEqualTo(true);
    assertThat(evaluate(instanceOf(Shop.FIGURE, slot(0)), Shop.TYPES, (Object) null))
        .isEqualTo(false);
    assertThat(evaluate(cast(Shop.CIRCLE, slot(0)), Shop.TYPES, (Object) null)).isNull();
    assertThat(evaluate(cast(Shop.CIRCLE, slot(0)), Shop.TYPES, new Circle(1)))
        .isEqualTo(new Circle(1));
    assertThatThrownBy(() -> evaluate(cast(Shop.CIRCLE, slot(0)), Shop.TYPES, figure))
        .isExactlyInstanceOf(ClassCastException.class)
        .hasMessage(messageOf(() -> (Circle) figure));
    Object text = "x";
    assertThatThrownBy(() -> evaluate(cast(Shop.CIRCLE, slot(0)), Shop.TYPES, text))
        .hasMessage(messageOf(() -> (Circle) text));
    assertThatThrownBy(() -> evaluate(cast(Shop.boxed(Primitive.INT), slot(0)), text))
        .hasMessage(messageOf(() -> (Integer) text));
  }

  @Test
  void arraysAreMadeAndRead() throws Throwable {
    for (Primitive type :
        List.of(
            Primitive.BYTE,
            Primitive.SHORT,
            Primitive.CHAR,
            Primitive.INT,
            Primitive.LONG,
            Primitive.FLOAT,
            Primitive.DOUBLE)) {
      Expression one = convert(Primitive.INT, type, constant(65));
      Expression array =
          Expression.newBuilder()
              .setArray(ArrayLiteral.newBuilder().setType(type).addElements(one).addElements(one))
              .build();
      assertThat(evaluate(element(array, constant(1)))).isEqualTo(evaluate(one));
      assertThat(evaluate(Expression.newBuilder().setArrayLength(array).build())).isEqualTo(2);
    }
    Expression booleans =
        Expression.newBuilder()
            .setArray(ArrayLiteral.newBuilder().setType(Primitive.BOOLEAN).addElements(slot(0)))
            .build();
    assertThat((boolean[]) evaluate(booleans, true)).containsExactly(true);
    assertThatThrownBy(() -> evaluate(element(slot(0), constant(5)), new int[2]))
        .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class)
        .hasMessage("Index 5 out of bounds for length 2");
    assertThatThrownBy(() -> evaluate(element(slot(0), constant(5)), (Object) null))
        .isExactlyInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> evaluate(element(slot(0), FAILS), (Object) null))
        .isExactlyInstanceOf(ArithmeticException.class);
  }

  @Test
  void exceptionsAreRaised() {
    assertThatThrownBy(
            () ->
                evaluate(
                    raise(WorkflowFailedException.class, concat(constant("n"), slot(0)), null), 3))
        .isExactlyInstanceOf(WorkflowFailedException.class)
        .hasMessage("n3");
    assertThatThrownBy(() -> evaluate(raise(IllegalStateException.class, null, null)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(null);
    IOException cause = new IOException("disk");
    assertThatThrownBy(
            () -> evaluate(raise(IllegalStateException.class, constant("m"), slot(0)), cause))
        .hasMessage("m")
        .hasCause(cause);
    assertThatThrownBy(
            () -> evaluate(raise(UncheckedIOException.class, constant("m"), slot(0)), cause))
        .isExactlyInstanceOf(UncheckedIOException.class)
        .hasCause(cause);
    assertThatThrownBy(() -> evaluate(raise(AssertionError.class, constant("m"), null)))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage("m");
    assertThatThrownBy(
            () ->
                evaluate(
                    raise(ArrayIndexOutOfBoundsException.class, constant("m"), slot(0)), cause))
        .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class)
        .hasCause(cause);
    Expression again =
        Expression.newBuilder().setRaise(Raise.newBuilder().setAgain(slot(0))).build();
    assertThatThrownBy(() -> evaluate(again, cause)).isSameAs(cause);
    assertThatThrownBy(() -> evaluate(raise(String.class, null, null)))
        .isInstanceOf(InvalidExpressionException.class);
  }

  @Test
  void longChainsNeedNoStack() throws Exception {
    int terms = 5_000;
    Expression sum = slot(0);
    Expression text = constant("");
    Expression all = slot(1);
    Expression cases = constant(-1);
    for (int i = 0; i < terms; i++) {
      sum = binary(Operator.ADD, Primitive.INT, sum, slot(0));
      text = concat(text, slot(0));
      all = and(all, slot(1));
      cases =
          conditional(
              binary(Operator.EQUAL, Primitive.INT, slot(0), constant(i + 2)), constant(i), cases);
    }

    assertThat(onSmallStack(sum, 1)).isEqualTo(terms + 1);
    assertThat(onSmallStack(text, 1)).isEqualTo("1".repeat(terms));
    assertThat(onSmallStack(all, 1, true)).isEqualTo(true);
    assertThat(onSmallStack(cases, 1)).isEqualTo(-1);
    assertThat(onSmallStack(cases, 2)).isEqualTo(0);
  }

  @Test
  void whatNestsDeepButIsNoChainHasALimit() throws Exception {
    Expression within = slot(0);
    for (int i = 0; i < NodeCompiler.MOST_LEVELS - 1; i++) {
      within = binary(Operator.ADD, Primitive.LONG, constant(1L), within);
    }
    Expression beyond = unary(Unary.Operator.NEGATE, Primitive.LONG, within);

    assertThat(onSmallStack(within, 0L)).isEqualTo(NodeCompiler.MOST_LEVELS - 1L);
    assertThat(onSmallStack(beyond, 0L))
        .isInstanceOfSatisfying(
            ExpressionLimitException.class, e -> assertThat(e.limit()).isEqualTo(Limit.DEPTH));
  }

  @Test
  void stepsAreLimitedAndCancelled() {
    Expression sum = slot(0);
    for (int i = 0; i < 10_000; i++) {
      sum = binary(Operator.ADD, Primitive.INT, sum, slot(0));
    }
    CompiledExpression compiled = ExpressionCompiler.compile(sum, NO_TYPES);

    assertThatThrownBy(() -> compiled.evaluate(new Object[] {1}, Fuel.of(9_999, () -> false)))
        .isInstanceOf(ExpressionLimitException.class)
        .hasMessageContainingAll("at most 9999 steps", "STEPS", "@Task");
    assertThatThrownBy(() -> compiled.evaluate(new Object[] {1}, Fuel.of(1_000_000, () -> true)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void exactlyEnoughStepsAreEnough() throws Throwable {
    Expression sum = slot(0);
    for (int i = 0; i < 10_000; i++) {
      sum = binary(Operator.ADD, Primitive.INT, sum, slot(0));
    }
    CompiledExpression compiled = ExpressionCompiler.compile(sum, NO_TYPES);

    assertThat(compiled.evaluate(new Object[] {1}, Fuel.of(10_000, () -> false))).isEqualTo(10_001);
  }

  @Test
  void doublingTextEndsAtALimit() {
    assertThatThrownBy(
            () -> {
              Object text = "x".repeat(1 << 20);
              for (int i = 0; i < 40; i++) {
                text = evaluate(concat(slot(0), slot(0)), text);
              }
            })
        .isInstanceOfSatisfying(
            ExpressionLimitException.class,
            e -> assertThat(e.limit()).isEqualTo(Limit.TEXT_LENGTH));
  }

  @Test
  void whatThisVersionDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> evaluate(Expression.getDefaultInstance()))
        .isInstanceOf(InvalidExpressionException.class)
        .hasMessageContaining("kind of expression");
    assertThatThrownBy(
            () -> evaluate(binary(Operator.OPERATOR_UNSPECIFIED, Primitive.INT, slot(0), slot(0))))
        .hasMessageContaining("binary operator");
  }

  @Test
  void accessorsOneAfterAnotherNeedNoStack() throws Exception {
    Expression last = slot(0);
    for (int i = 0; i < 4_999; i++) {
      last = component(8, 1, last);
    }
    Object result = onSmallStackWithTypes(component(8, 0, last), Shop.chain(5_000));

    assertThat(result).isEqualTo(5_000);
  }

  private static Object onSmallStackWithTypes(Expression expression, Object slot) throws Exception {
    List<Object> result = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.add(evaluate(expression, Shop.TYPES, slot));
              } catch (Throwable e) {
                result.add(e);
              }
            },
            "small",
            512 << 10);
    thread.start();
    thread.join();
    return result.get(0);
  }

  private static Expression and(Expression left, Expression right) {
    return conditional(left, right, constant(false));
  }

  private static Expression component(int type, int index, Expression record) {
    return Expression.newBuilder()
        .setComponent(Component.newBuilder().setType(type).setIndex(index).setRecord(record))
        .build();
  }

  private static Expression element(Expression array, Expression index) {
    return Expression.newBuilder()
        .setElement(ArrayAccess.newBuilder().setArray(array).setIndex(index))
        .build();
  }

  private static Expression instanceOf(Type type, Expression operand) {
    return Expression.newBuilder()
        .setInstanceOf(InstanceOf.newBuilder().setType(type).setOperand(operand))
        .build();
  }

  private static Expression cast(Type type, Expression operand) {
    return Expression.newBuilder()
        .setCheckedCast(CheckedCast.newBuilder().setType(type).setOperand(operand))
        .build();
  }

  private static Expression raise(Class<?> type, Expression message, Expression cause) {
    Raise.Builder raise = Raise.newBuilder();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      raise.addClasses(c.getName());
    }
    if (message != null) {
      raise.setMessage(message);
    }
    if (cause != null) {
      raise.setCause(cause);
    }
    return Expression.newBuilder().setRaise(raise).build();
  }

  private static String messageOf(Supplier<Object> code) {
    try {
      throw new AssertionError("expected a failure, found " + code.get());
    } catch (ClassCastException e) {
      return e.getMessage();
    }
  }
}
