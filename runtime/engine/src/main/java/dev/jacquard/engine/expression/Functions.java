package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.PureFunctions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@link PureFunctions}: the JDK's and Jacquard's own methods, looked up by
 * signature when first used, so that what they return and throw is Java's own.
 */
final class Functions {

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "short", short.class,
          "char", char.class,
          "int", int.class,
          "long", long.class,
          "float", float.class,
          "double", double.class);

  /** A function on boxed values. */
  interface Function {
    @Nullable Object call(@Nullable Object[] values) throws Throwable;
  }

  private static final MethodType BOXED = MethodType.methodType(Object.class, Object[].class);

  private static final Map<String, MethodHandle> FOUND = new ConcurrentHashMap<>();

  private Functions() {}

  /**
   * Returns the function of a signature, which takes its receiver, if any, and its arguments.
   *
   * @param arguments how many the call has
   * @throws InvalidExpressionException if the list does not have it, or it takes another number
   */
  static Function find(String signature, int arguments) {
    if (!PureFunctions.signatures().contains(signature)) {
      throw new InvalidExpressionException(
          "Function " + signature + " must be one that this version of Jacquard knows.");
    }
    if (signature.equals(PureFunctions.MAP_OF)) {
      String objects = String.join(",", Collections.nCopies(arguments, "java.lang.Object"));
      return spread(lookUp("java.util.Map.of(" + objects + ")"), arguments);
    }
    if (signature.equals(PureFunctions.LIST_OF)) {
      return List::of;
    }
    MethodHandle handle = lookUp(signature);
    if (handle.type().parameterCount() != arguments) {
      throw new InvalidExpressionException(
          signature
              + " must have "
              + handle.type().parameterCount()
              + " arguments, with its receiver;"
              + " found "
              + arguments
              + ".");
    }
    return spread(handle, arguments);
  }

  private static Function spread(MethodHandle handle, int arguments) {
    MethodHandle boxed = handle.asSpreader(Object[].class, arguments).asType(BOXED);
    return values -> (Object) boxed.invokeExact(values);
  }

  private static MethodHandle lookUp(String signature) {
    return FOUND.computeIfAbsent(signature, Functions::resolve);
  }

  private static MethodHandle resolve(String signature) {
    int open = signature.indexOf('(');
    int dot = signature.lastIndexOf('.', open);
    String name = signature.substring(dot + 1, open);
    String list = signature.substring(open + 1, signature.length() - 1);
    try {
      Class<?> owner = Class.forName(signature.substring(0, dot));
      Class<?>[] parameters = parameters(list);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      if (name.equals("<init>")) {
        return lookup.findConstructor(owner, MethodType.methodType(void.class, parameters));
      }
      Method method = owner.getMethod(name, parameters);
      return lookup.unreflect(method).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new InvalidExpressionException(
          "Function " + signature + " must exist in this version of Java: " + e);
    }
  }

  private static Class<?>[] parameters(String list) throws ClassNotFoundException {
    if (list.isEmpty()) {
      return new Class<?>[0];
    }
    List<String> names = List.of(list.split(",", -1));
    Class<?>[] types = new Class<?>[names.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = type(names.get(i));
    }
    return types;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    if (name.endsWith("[]")) {
      return type(name.substring(0, name.length() - 2)).arrayType();
    }
    @Nullable Class<?> primitive = PRIMITIVES.get(name);
    return primitive == null ? Class.forName(name) : primitive;
  }
}
