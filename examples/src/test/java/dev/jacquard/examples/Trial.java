package dev.jacquard.examples;

import dev.jacquard.WorkflowCall;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * One workflow on one set of arguments, both ways.
 *
 * @param plain the call of the method
 * @param graph the same call by its stub
 * @param traces takes away what the run has left in the world, to be compared too
 */
record Trial(Callable<Object> plain, WorkflowCall<?> graph, Supplier<Object> traces) {

  static Trial of(Callable<Object> plain, WorkflowCall<?> graph) {
    return new Trial(plain, graph, () -> "none");
  }

  Trial leaving(Supplier<Object> traces) {
    return new Trial(plain, graph, traces);
  }
}
