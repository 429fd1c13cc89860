package dev.jacquard.differential;

import java.util.List;

/**
 * A generated program.
 *
 * @param name its class, in package {@code generated}; the workflow is its method {@code run}
 * @param parameters of {@code run}
 * @param choices the decisions that made it
 */
record Program(String name, String source, List<Type> parameters, List<Integer> choices) {

  String className() {
    return "generated." + name;
  }

  String workflow() {
    return className() + ".run";
  }
}
