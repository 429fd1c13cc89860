package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Expression.KindCase;
import dev.jacquard.spec.v1.Primitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles binary operators; those of one type that nest on the left become one chain. */
final class BinaryCompiler {

  private final NodeCompiler compiler;

  BinaryCompiler(NodeCompiler compiler) {
    this.compiler = compiler;
  }

  Node compile(Expression expression) {
    Binary outermost = expression.getBinary();
    switch (outermost.getOperator()) {
      case SAME, NOT_SAME -> {
        return Comparisons.ofReferences(
            outermost.getOperator() == Binary.Operator.SAME,
            compiler.compile(outermost.getLeft()),
            compiler.compile(outermost.getRight()));
      }
      case OPERATOR_UNSPECIFIED, UNRECOGNIZED -> throw NodeCompiler.unknown("binary operator");
      default -> {}
    }
    if (!isLink(expression, outermost.getType())) {
      Node comparison =
          Comparisons.of(
              outermost.getOperator(),
              outermost.getType(),
              compiler.compile(outermost.getLeft()),
              compiler.compile(outermost.getRight()));
      if (comparison != null) {
        return comparison;
      }
      throw new InvalidExpressionException(
          "No operator " + outermost.getOperator() + " of " + outermost.getType() + " is known.");
    }
    return chain(expression, outermost.getType());
  }

  private Node chain(Expression outermost, Primitive type) {
    List<Binary.Operator> operators = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    Expression left = outermost;
    while (isLink(left, type)) {
      operators.add(left.getBinary().getOperator());
      rest.add(compiler.compile(left.getBinary().getRight()));
      left = left.getBinary().getLeft();
    }
    Collections.reverse(operators);
    Collections.reverse(rest);
    return chain(type, compiler.compile(left), operators, rest.toArray(Node[]::new));
  }

  private static Node chain(
      Primitive type, Node first, List<Binary.Operator> operators, Node[] rest) {
    int size = operators.size();
    return switch (type) {
      case INT -> {
        IntBinaryOperator[] functions = new IntBinaryOperator[size];
        for (int i = 0; i < size; i++) {
          functions[i] = Objects.requireNonNull(Operators.onInts(operators.get(i)));
        }
        yield new Chains.OfInts(first, functions, rest);
      }
      case LONG -> {
        LongBinaryOperator[] functions = new LongBinaryOperator[size];
        boolean[] shifts = new boolean[size];
        for (int i = 0; i < size; i++) {
          functions[i] = Objects.requireNonNull(Operators.onLongs(operators.get(i)));
          shifts[i] = Operators.isShift(operators.get(i));
        }
        yield new Chains.OfLongs(first, functions, shifts, rest);
      }
      case FLOAT -> {
        Operators.OnFloats[] functions = new Operators.OnFloats[size];
        for (int i = 0; i < size; i++) {
          functions[i] = Objects.requireNonNull(Operators.onFloats(operators.get(i)));
        }
        yield new Chains.OfFloats(first, functions, rest);
      }
      case DOUBLE -> {
        DoubleBinaryOperator[] functions = new DoubleBinaryOperator[size];
        for (int i = 0; i < size; i++) {
          functions[i] = Objects.requireNonNull(Operators.onDoubles(operators.get(i)));
        }
        yield new Chains.OfDoubles(first, functions, rest);
      }
      default -> {
        Operators.OnBooleans[] functions = new Operators.OnBooleans[size];
        for (int i = 0; i < size; i++) {
          functions[i] = Objects.requireNonNull(Operators.onBooleans(operators.get(i)));
        }
        yield new Chains.OfBooleans(first, functions, rest);
      }
    };
  }

  /** Whether it is an operator on the type whose result is of the type. */
  private static boolean isLink(Expression expression, Primitive type) {
    if (expression.getKindCase() != KindCase.BINARY || expression.getBinary().getType() != type) {
      return false;
    }
    return operation(type, expression.getBinary().getOperator()) != null;
  }

  private static @Nullable Object operation(Primitive type, Binary.Operator operator) {
    return switch (type) {
      case INT -> Operators.onInts(operator);
      case LONG -> Operators.onLongs(operator);
      case FLOAT -> Operators.onFloats(operator);
      case DOUBLE -> Operators.onDoubles(operator);
      case BOOLEAN -> Operators.onBooleans(operator);
      default -> null;
    };
  }
}
