package dev.jacquard.engine.expression;

import dev.jacquard.WorkflowFailedException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code throw new E(...)} of an exception of the JDK or of Jacquard, and {@code throw e}. */
final class Raise {

  private Raise() {}

  /** {@code throw e} of what a guard has caught: a {@link Throwable}. */
  static Node again(Node caught) {
    return new Node() {
      @Override
      Object evaluate(Scope scope) throws Throwable {
        if (caught.evaluate(scope) instanceof Throwable failure) {
          throw failure;
        }
        throw new NullPointerException("a failure that is thrown again must not be null");
      }
    };
  }

  /**
   * {@code throw new E(...)}.
   *
   * @param classes the class and its superclasses, most specific first
   * @param message null: none was written
   * @param cause null: none was written
   */
  static Node create(List<String> classes, @Nullable Node message, @Nullable Node cause) {
    Class<?> type = exceptionClass(classes);
    Constructor constructor = constructor(type, message != null, cause != null);
    return new Node() {
      @Override
      Object evaluate(Scope scope) throws Throwable {
        scope.fuel().step();
        Object text = message == null ? null : message.evaluate(scope);
        Object reason = cause == null ? null : cause.evaluate(scope);
        throw constructor.create(text, reason);
      }
    };
  }

  private interface Constructor {
    Throwable create(@Nullable Object message, @Nullable Object cause) throws Throwable;
  }

  private static Class<?> exceptionClass(List<String> classes) {
    String name = classes.isEmpty() ? "" : classes.get(0);
    try {
      Class<?> type = Class.forName(name, false, WorkflowFailedException.class.getClassLoader());
      if (Throwable.class.isAssignableFrom(type)) {
        return type;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidExpressionException(
          "A workflow must throw an exception of the JDK or WorkflowFailedException; found "
              + name
              + ".");
    }
    throw new InvalidExpressionException(name + " must be a Throwable.");
  }

  private static Constructor constructor(Class<?> type, boolean message, boolean cause) {
    if (message && cause) {
      for (Class<?> second : List.of(Throwable.class, Exception.class, java.io.IOException.class)) {
        MethodHandle both = find(type, String.class, second);
        if (both != null) {
          return (text, reason) -> (Throwable) both.invoke(text, reason);
        }
      }
    }
    if (message) {
      MethodHandle one = find(type, String.class);
      MethodHandle only = one == null ? find(type, Object.class) : one;
      if (only != null) {
        return (text, reason) -> withCause((Throwable) only.invoke(text), reason, cause);
      }
    }
    MethodHandle none = find(type);
    if (none == null && !message) {
      return constructor(type, true, cause);
    }
    if (none == null || message) {
      throw new InvalidExpressionException(
          type.getName() + " must have a public constructor for a message; found none.");
    }
    return (text, reason) -> withCause((Throwable) none.invoke(), reason, cause);
  }

  private static Throwable withCause(Throwable exception, @Nullable Object cause, boolean given) {
    return given ? exception.initCause((Throwable) cause) : exception;
  }

  private static @Nullable MethodHandle find(Class<?> type, Class<?>... parameters) {
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, parameters));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
