package dev.jacquard.engine.plan;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The declared type of a parameter or result, bound to the application's classes. Immutable. */
public final class ValueType {

  private final Type type;
  private final String name;
  private final TypeTable types;
  private final ValueEncoding encoding;
  // Not volatile: any of several that are made at once will do.
  private @Nullable ValueType list;

  ValueType(Type type, TypeTable types) {
    this.type = type;
    this.types = types;
    this.name = types.name(type);
    this.encoding = ValueEncoding.of(types);
  }

  /** Returns the type as a person would write it. */
  public String name() {
    return name;
  }

  /**
   * Checks that a value, with all its parts, is of this type.
   *
   * @param value the value
   * @param name what the message begins with
   * @throws ValueException if it is not
   */
  public void check(@Nullable Object value, String name) {
    encoding.check(type, value, name);
  }

  /**
   * Loads its classes and what was generated for them.
   *
   * @throws ValueException if one is not there, or not as when the workflow was compiled
   */
  void load() {
    types.javaClass(type);
  }

  /** Whether a value is surely of this type, its parts left aside; of null nothing is sure. */
  boolean fits(@Nullable Object value) {
    return value != null && types.isInstance(type, value);
  }

  /** Encodes a value; equal values give equal bytes, if they iterate in the same order. */
  public byte[] encode(@Nullable Object value) {
    return encoding.encode(type, value).toByteArray();
  }

  /**
   * Decodes what {@link #encode} returned, in this process or another.
   *
   * @throws ValueException if it cannot be decoded
   */
  public @Nullable Object decode(byte[] encoded) {
    try {
      return encoding.decode(type, Value.parseFrom(encoded));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("A value of type " + name + " is damaged.", e);
    }
  }

  /** Returns the type of a list of such values, null among them; a primitive is boxed. */
  public ValueType list() {
    ValueType made = list;
    if (made == null) {
      made = new ValueType(Type.newBuilder().setList(element()).build(), types);
      list = made;
    }
    return made;
  }

  private Type element() {
    return type.getKindCase() == Type.KindCase.PRIMITIVE
        ? Type.newBuilder().setBoxed(type.getPrimitive()).build()
        : type;
  }

  /**
   * Encodes a value, decodes it, and checks that what comes out is equal and encodes to the same
   * bytes.
   *
   * @return what came out
   * @throws ValueException if it differs, or cannot be encoded
   */
  public @Nullable Object roundTrip(@Nullable Object value) {
    var encoded = encoding.encode(type, value);
    Object decoded = encoding.decode(type, encoded);
    if (!encoding.equal(type, value, decoded)
        || !Arrays.equals(encoded.toByteArray(), encode(decoded))) {
      throw new IllegalStateException(
          "A value of type "
              + name
              + " must survive encoding; found "
              + decoded
              + " for "
              + value
              + ".");
    }
    return decoded;
  }

  @Override
  public String toString() {
    return name;
  }
}
