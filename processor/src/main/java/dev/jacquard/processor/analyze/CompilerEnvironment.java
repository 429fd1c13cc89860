package dev.jacquard.processor.analyze;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's own environment behind those that build tools and IDEs put around it, without
 * knowing their classes: each wrapper holds what it wraps in a field.
 */
final class CompilerEnvironment {

  private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";

  private CompilerEnvironment() {}

  /** Returns javac's environment, empty if the compiler is another. */
  static Optional<ProcessingEnvironment> behind(ProcessingEnvironment handedIn) {
    return search(handedIn, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Optional<ProcessingEnvironment> search(Object candidate, Set<Object> seen) {
    if (!seen.add(candidate)) {
      return Optional.empty();
    }
    if (candidate.getClass().getName().equals(JAVAC)) {
      return Optional.of((ProcessingEnvironment) candidate);
    }
    Object holder =
        Proxy.isProxyClass(candidate.getClass())
            ? Proxy.getInvocationHandler(candidate)
            : candidate;
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = read(field, holder);
        if (value instanceof ProcessingEnvironment || value instanceof InvocationHandler) {
          Optional<ProcessingEnvironment> found = search(value, seen);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object read(Field field, Object holder) {
    boolean mayHold =
        !field.getType().isPrimitive()
            && !java.lang.reflect.Modifier.isStatic(field.getModifiers());
    try {
      if (mayHold && field.trySetAccessible()) {
        return field.get(holder);
      }
    } catch (IllegalAccessException | RuntimeException e) {
      // What may not be read is no way to javac; another field may be.
      return null;
    }
    return null;
  }
}
