package dev.jacquard.differential;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs a program as the plain Java that it is. */
final class PlainJava {

  private PlainJava() {}

  static Answer run(ClassLoader loader, Program program, List<Object> arguments) {
    StepLog.take();
    try {
      Method method =
          Arrays.stream(loader.loadClass(program.className()).getDeclaredMethods())
              .filter(it -> it.getName().equals("run"))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      Object value = method.invoke(null, arguments.toArray());
      return new Answer(value, Optional.empty(), StepLog.take());
    } catch (InvocationTargetException e) {
      return new Answer(null, Optional.of(e.getCause()), StepLog.take());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
