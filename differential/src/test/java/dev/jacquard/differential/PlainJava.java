package dev.jacquard.differential;

import dev.jacquard.Failure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs a program as the plain Java that it is. */
final class PlainJava {

  private PlainJava() {}

  static Answer run(ClassLoader loader, Program program, List<Object> arguments) {
    return run(loader, program.workflow(), arguments);
  }

  /** Runs a workflow by its id: binary class name, a dot, and the name of its method. */
  static Answer run(ClassLoader loader, String workflow, List<Object> arguments) {
    StepLog.take();
    try {
      Object value = method(loader, workflow).invoke(null, arguments.toArray());
      return new Answer(value, Optional.empty(), StepLog.take());
    } catch (InvocationTargetException e) {
      return new Answer(null, Optional.of(Failure.of(e.getCause())), StepLog.take());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The method of a workflow. */
  static Method method(ClassLoader loader, String workflow) {
    int dot = workflow.lastIndexOf('.');
    try {
      Method method =
          Arrays.stream(loader.loadClass(workflow.substring(0, dot)).getDeclaredMethods())
              .filter(it -> it.getName().equals(workflow.substring(dot + 1)))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
