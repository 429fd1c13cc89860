package dev.jacquard.engine.expression;

import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.Expression;

/** Turns expressions of a spec into what can be evaluated. Stateless. */
public final class ExpressionCompiler {

  private ExpressionCompiler() {}

  /**
   * Compiles an expression.
   *
   * @param expression of a block; its operands are numbers of the block's values
   * @param types the spec's types
   * @throws InvalidExpressionException if it is none that this version knows
   */
  public static CompiledExpression compile(Expression expression, TypeTable types) {
    return new CompiledExpression(new NodeCompiler(types).compile(expression));
  }
}
