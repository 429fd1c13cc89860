package dev.jacquard.processor.model;

import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.List;

/**
 * A computation without calls of tasks. Promotion, boxing and narrowing are explicit: both sides of
 * an operator have the type that it names. Parts are evaluated from left to right.
 */
public sealed interface Expression {

  record Read(Operand operand) implements Expression {}

  /**
   * A prefix operator.
   *
   * @param type the promoted type: INT, LONG, FLOAT, DOUBLE or BOOLEAN
   */
  record Unary(UnaryOperator operator, Primitive type, Expression operand) implements Expression {}

  /**
   * An infix operator on primitives.
   *
   * @param type the type that both sides have after promotion; of a shift, that of the left side,
   *     and the right side is an INT or a LONG
   */
  record Binary(BinaryOperator operator, Primitive type, Expression left, Expression right)
      implements Expression {}

  /** {@code ==} of references, or {@code !=} where it is negated. */
  record Same(boolean negated, Expression left, Expression right) implements Expression {}

  /** Only the taken side is evaluated; also {@code &&} and {@code ||}. */
  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** A cast between primitives. */
  record Convert(Primitive from, Primitive to, Expression operand) implements Expression {}

  /** The primitive of a box; null fails. */
  record Unbox(Expression operand) implements Expression {}

  /** String {@code +}. */
  record Concat(List<Expression> parts) implements Expression {

    /** Copies the list. */
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /**
   * {@code new} of a record.
   *
   * @param record binary class name
   */
  record Construct(String record, List<Expression> components) implements Expression {

    /** Copies the list. */
    public Construct {
      components = List.copyOf(components);
    }
  }

  /**
   * An accessor of a record.
   *
   * @param record binary class name
   * @param index the component's place in the header
   */
  record ReadComponent(String record, int index, Expression value) implements Expression {}

  /**
   * A function of the closed list.
   *
   * @param function its signature there
   * @param arguments its receiver, if it has one, then its arguments
   */
  record Invoke(String function, List<Expression> arguments) implements Expression {

    /** Copies the list. */
    public Invoke {
      arguments = List.copyOf(arguments);
    }
  }

  /** A new array of primitives. */
  record NewArray(Primitive type, List<Expression> elements) implements Expression {

    /** Copies the list. */
    public NewArray {
      elements = List.copyOf(elements);
    }
  }

  record ArrayElement(Expression array, Expression index) implements Expression {}

  record ArrayLength(Expression array) implements Expression {}

  /** A cast of a reference to a narrower type; another value fails. */
  record CheckedCast(ValueType type, Expression operand) implements Expression {}

  /** Prefix operators. */
  enum UnaryOperator {
    NEGATE,
    COMPLEMENT,
    NOT
  }

  /** Infix operators on primitives. */
  enum BinaryOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    SHIFT_RIGHT_UNSIGNED,
    AND,
    OR,
    XOR,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }
}
