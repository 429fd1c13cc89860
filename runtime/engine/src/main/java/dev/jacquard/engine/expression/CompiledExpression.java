package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/** An expression, ready to be evaluated any number of times. Immutable and thread-safe. */
public final class CompiledExpression {

  private final Node root;
  // The slot whose box is all that is opened, or -1: what a map does to each element of a list of
  // numbers, where a scope and fuel would cost more than the rest.
  private final int unboxed;

  CompiledExpression(Node root) {
    this.root = root;
    this.unboxed = root instanceof References.Unbox unbox ? unbox.slot() : -1;
  }

  /** The slot that is unboxed, if that is all; else -1. */
  public int unboxed() {
    return unboxed;
  }

  /**
   * Evaluates the expression with the default fuel.
   *
   * @see #evaluate(Object[], Fuel)
   */
  public @Nullable Object evaluate(@Nullable Object[] slots) throws Throwable {
    return unboxed >= 0 ? Node.present(slots[unboxed]) : evaluate(slots, Fuel.standard());
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
