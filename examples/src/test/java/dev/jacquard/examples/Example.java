package dev.jacquard.examples;

import java.util.function.Function;

/**
 * One workflow of the examples, and how to try it.
 *
 * @param workflow its id: binary class name, a dot, and its name
 * @param trial makes a trial of generated arguments
 */
record Example(String workflow, Function<Inputs, Trial> trial) {

  static Example of(Class<?> holder, String name, Function<Inputs, Trial> trial) {
    return new Example(holder.getName() + "." + name, trial);
  }

  @Override
  public String toString() {
    return workflow.substring(workflow.lastIndexOf('.', workflow.lastIndexOf('.') - 1) + 1);
  }
}
