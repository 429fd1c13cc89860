package dev.jacquard.differential;

import java.util.List;
import java.util.Set;

/**
 * A generated program.
 *
 * @param name its class, in package {@code generated}; the workflow is its method {@code run}
 * @param parameters of {@code run}
 * @param choices the decisions that made it
 */
record Program(
    String name, String source, List<Type> parameters, Steps steps, List<Integer> choices) {

  /**
   * Where the steps stand, by their tags.
   *
   * @param before the steps of sub-workflows have tags up to this, those of {@code run} greater
   *     ones
   * @param inLambdas those within lambdas
   */
  record Steps(int before, Set<Integer> inLambdas) {

    /** Whether the step belongs to {@code run} itself. */
    boolean ofRun(int tag) {
      return tag > before;
    }

    /** Whether it runs at most once in {@code run}: in no element of a map. */
    boolean single(int tag) {
      return ofRun(tag) && !inLambdas.contains(tag);
    }
  }

  String className() {
    return "generated." + name;
  }

  String workflow() {
    return className() + ".run";
  }
}
