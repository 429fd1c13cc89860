package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.Primitive;
import org.jspecify.annotations.Nullable;

/** Arrays of primitives: literals, elements, length. */
final class PrimitiveArrays {

  private interface Fill {
    Object of(Node[] elements, Scope scope) throws Throwable;
  }

  private PrimitiveArrays() {}

  static Node literal(Primitive type, Node[] elements) {
    Fill fill =
        switch (type) {
          case BOOLEAN -> PrimitiveArrays::booleans;
          case BYTE -> PrimitiveArrays::bytes;
          case SHORT -> PrimitiveArrays::shorts;
          case CHAR -> PrimitiveArrays::chars;
          case INT -> PrimitiveArrays::ints;
          case LONG -> PrimitiveArrays::longs;
          case FLOAT -> PrimitiveArrays::floats;
          case DOUBLE -> PrimitiveArrays::doubles;
          default -> throw new InvalidExpressionException("No array of " + type + " is known.");
        };
    return new Node() {
      @Override
      Object evaluate(Scope scope) throws Throwable {
        scope.fuel().elements(elements.length);
        return fill.of(elements, scope);
      }
    };
  }

  private static Object booleans(Node[] elements, Scope scope) throws Throwable {
    boolean[] array = new boolean[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = elements[i].asBoolean(scope);
    }
    return array;
  }

  private static Object bytes(Node[] elements, Scope scope) throws Throwable {
    byte[] array = new byte[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) elements[i].asInt(scope);
    }
    return array;
  }

  private static Object shorts(Node[] elements, Scope scope) throws Throwable {
    short[] array = new short[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (short) elements[i].asInt(scope);
    }
    return array;
  }

  private static Object chars(Node[] elements, Scope scope) throws Throwable {
    char[] array = new char[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (char) elements[i].asInt(scope);
    }
    return array;
  }

  private static Object ints(Node[] elements, Scope scope) throws Throwable {
    int[] array = new int[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = elements[i].asInt(scope);
    }
    return array;
  }

  private static Object longs(Node[] elements, Scope scope) throws Throwable {
    long[] array = new long[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = elements[i].asLong(scope);
    }
    return array;
  }

  private static Object floats(Node[] elements, Scope scope) throws Throwable {
    float[] array = new float[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = elements[i].asFloat(scope);
    }
    return array;
  }

  private static Object doubles(Node[] elements, Scope scope) throws Throwable {
    double[] array = new double[elements.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = elements[i].asDouble(scope);
    }
    return array;
  }

  /** {@code array[index]}; Java looks at the array only after the index is evaluated. */
  static final class Element extends Node {
    private final Node array;
    private final Node index;

    Element(Node array, Node index) {
      this.array = array;
      this.index = index;
    }

    @Override
    Object evaluate(Scope scope) throws Throwable {
      Object values = array.evaluate(scope);
      int at = index.asInt(scope);
      scope.fuel().step();
      return element(values, at);
    }

    @Override
    int asInt(Scope scope) throws Throwable {
      Object values = array.evaluate(scope);
      int at = index.asInt(scope);
      scope.fuel().step();
      return values instanceof int[] ints ? ints[at] : narrow(element(values, at));
    }

    private static int narrow(Object element) {
      return element instanceof Character unit ? unit : ((Number) element).intValue();
    }

    private static Object element(@Nullable Object values, int at) {
      if (values instanceof int[] array) {
        return array[at];
      } else if (values instanceof long[] array) {
        return array[at];
      } else if (values instanceof double[] array) {
        return array[at];
      } else if (values instanceof boolean[] array) {
        return array[at];
      } else if (values instanceof byte[] array) {
        return array[at];
      } else if (values instanceof char[] array) {
        return array[at];
      } else if (values instanceof short[] array) {
        return array[at];
      } else if (values instanceof float[] array) {
        return array[at];
      }
      throw noArray(values);
    }
  }

  static final class Length extends Node.OfInt {
    private final Node array;

    Length(Node array) {
      this.array = array;
    }

    @Override
    int asInt(Scope scope) throws Throwable {
      scope.fuel().step();
      Object values = array.evaluate(scope);
      if (values instanceof int[] ints) {
        return ints.length;
      }
      if (values == null || !values.getClass().isArray()) {
        throw noArray(values);
      }
      return java.lang.reflect.Array.getLength(values);
    }
  }

  private static RuntimeException noArray(@Nullable Object value) {
    return value == null
        ? new NullPointerException("an array that is read must not be null")
        : new InvalidExpressionException(
            "An array is read of a value of " + value.getClass() + ".");
  }
}
