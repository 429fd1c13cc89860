package dev.jacquard.engine.expression;

import org.jspecify.annotations.Nullable;

/**
 * {@code condition ? then : otherwise}, lazily. A chain {@code a && b && c && ...}, nested in its
 * conditions, and one of {@code a ? x : b ? y : ...}, nested in its last sides, are evaluated by
 * loops.
 */
final class Choose extends Node {

  private final Node condition;
  private final Node[] thens;
  private final Node[] otherwises;

  /**
   * Makes the node of conditionals, each of which is the condition of the next.
   *
   * @param condition of the innermost
   * @param thens from the innermost to the outermost
   */
  Choose(Node condition, Node[] thens, Node[] otherwises) {
    this.condition = condition;
    this.thens = thens;
    this.otherwises = otherwises;
  }

  /** Returns the side to evaluate, which is no conditional itself. */
  private Node side(Scope scope) throws Throwable {
    Choose choose = this;
    while (true) {
      Node side = choose.ownSide(scope);
      if (!(side instanceof Choose next)) {
        return side;
      }
      choose = next;
    }
  }

  private Node ownSide(Scope scope) throws Throwable {
    boolean holds = condition.asBoolean(scope);
    int last = thens.length - 1;
    for (int i = 0; i < last; i++) {
      scope.fuel().step();
      holds = (holds ? thens[i] : otherwises[i]).asBoolean(scope);
    }
    scope.fuel().step();
    return holds ? thens[last] : otherwises[last];
  }

  @Override
  @Nullable Object evaluate(Scope scope) throws Throwable {
    return side(scope).evaluate(scope);
  }

  @Override
  boolean asBoolean(Scope scope) throws Throwable {
    return side(scope).asBoolean(scope);
  }

  @Override
  int asInt(Scope scope) throws Throwable {
    return side(scope).asInt(scope);
  }

  @Override
  long asLong(Scope scope) throws Throwable {
    return side(scope).asLong(scope);
  }

  @Override
  float asFloat(Scope scope) throws Throwable {
    return side(scope).asFloat(scope);
  }

  @Override
  double asDouble(Scope scope) throws Throwable {
    return side(scope).asDouble(scope);
  }
}
