package dev.jacquard.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions. */
final class Invocations {

  private Invocations() {}

  /** A function with its arguments after the first; the first is the value of the call before. */
  record Link(Functions.Function function, Sizes.Guard guard, List<Node> arguments) {

    static Link of(String signature, Node[] arguments, int all) {
      return new Link(Functions.find(signature, all), Sizes.guard(signature), List.of(arguments));
    }

    @Nullable Object call(@Nullable Object[] values, Scope scope) throws Throwable {
      scope.fuel().step();
      guard.before(values, scope.fuel());
      Object result = function.call(values);
      Sizes.charge(result, scope.fuel());
      return result;
    }
  }

  /**
   * A call of a function, of its result another, and so on: {@code a.add(b).add(c)} is one node.
   */
  static final class Chain extends Node {
    private final @Nullable Node first;
    private final Link[] links;

    /**
     * Makes a chain.
     *
     * @param first the first argument of the first link; null if that takes none
     */
    Chain(@Nullable Node first, Link[] links) {
      this.first = first;
      this.links = links;
    }

    @Override
    @Nullable Object evaluate(Scope scope) throws Throwable {
      boolean taken = first != null;
      Object value = first == null ? null : first.evaluate(scope);
      for (Link link : links) {
        List<Node> arguments = link.arguments;
        int offset = taken ? 1 : 0;
        @Nullable Object[] values = new @Nullable Object[arguments.size() + offset];
        if (taken) {
          values[0] = value;
        }
        for (int i = 0; i < arguments.size(); i++) {
          values[i + offset] = arguments.get(i).evaluate(scope);
        }
        value = link.call(values, scope);
        taken = true;
      }
      return value;
    }
  }
}
