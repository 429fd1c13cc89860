package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/** An expression, ready to be evaluated any number of times. Immutable and thread-safe. */
public final class CompiledExpression {

  private final Node root;

  CompiledExpression(Node root) {
    this.root = root;
  }

  /**
   * Evaluates the expression. Neither slots nor values in them are modified.
   *
   * @param slots the values of the block, by number; primitives boxed
   * @param fuel what the evaluation may use
   * @return the value, boxed
   * @throws Throwable what Java's own evaluation throws; {@link ExpressionLimitException} when a
   *     limit of the fuel is passed
   */
  public @Nullable Object evaluate(@Nullable Object[] slots, Fuel fuel) throws Throwable {
    return root.evaluate(new Scope(slots, fuel));
  }
}
