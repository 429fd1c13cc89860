package dev.jacquard.engine.support;

import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;

/** Types, in short. */
public final class Types {

  public static final Type INT = Type.newBuilder().setPrimitive(Primitive.INT).build();
  public static final Type INTEGER = Type.newBuilder().setBoxed(Primitive.INT).build();
  public static final Type BOOLEAN = Type.newBuilder().setPrimitive(Primitive.BOOLEAN).build();
  public static final Type INT_ARRAY = Type.newBuilder().setArray(Primitive.INT).build();
  public static final Type TEXT = Type.newBuilder().setScalar(Scalar.STRING).build();

  private Types() {}

  public static Type list(Type element) {
    return Type.newBuilder().setList(element).build();
  }
}
