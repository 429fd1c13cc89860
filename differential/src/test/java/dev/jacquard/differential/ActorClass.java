package dev.jacquard.differential;

import static dev.jacquard.differential.Type.BOOLEAN;
import static dev.jacquard.differential.Type.INT;
import static dev.jacquard.differential.Type.STRING;

import dev.jacquard.differential.Signatures.Callee;
import java.util.List;

/**
 * An actor of the library, as the generator uses it.
 *
 * @param constructor the parameters of one of its constructors
 * @param tasks by their simple names
 */
record ActorClass(String name, boolean closeable, List<Type> constructor, List<Callee> tasks) {

  private static final List<Callee> OF_ADDER =
      List.of(
          new Callee("add", INT, List.of(INT)),
          new Callee("failsOn", INT, List.of(INT)),
          new Callee("isAbove", BOOLEAN, List.of(INT)));

  private static final List<Callee> OF_LABELER =
      List.of(new Callee("label", STRING, List.of(INT)), new Callee("width", INT, List.of(STRING)));

  static final List<ActorClass> ALL =
      List.of(
          new ActorClass("Adder", true, List.of(INT), OF_ADDER),
          new ActorClass("Labeler", false, List.of(), OF_LABELER),
          new ActorClass("Labeler", false, List.of(STRING, INT), OF_LABELER));

  static List<ActorClass> resources() {
    return ALL.stream().filter(ActorClass::closeable).toList();
  }

  /** The {@code new} of it, as a call. */
  Callee maker() {
    return new Callee("new " + name, INT, constructor);
  }

  /** The calls on a variable that answer a type. */
  List<Callee> callsOn(String variable, Type result) {
    return tasks.stream()
        .filter(task -> task.result() == result)
        .map(task -> new Callee(variable + "." + task.name(), result, task.parameters()))
        .toList();
  }
}
