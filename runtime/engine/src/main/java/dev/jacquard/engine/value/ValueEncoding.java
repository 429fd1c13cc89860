package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes the values of one spec's types.
 *
 * <p>Equal objects of equal iteration order give equal bytes. Decoded lists, sets and maps are
 * unmodifiable, keep their order and may hold null. Values nest up to 100,000 levels deep, whatever
 * the thread's stack. Everything that is wrong is a {@link ValueException} that begins with the
 * path. Thread-safe.
 */
@SuppressWarnings("ReferenceEquality") // what is one object is equal
public final class ValueEncoding {

  private final TypeTable types;

  private ValueEncoding(TypeTable types) {
    this.types = types;
  }

  /** Makes the encoding of the types. */
  public static ValueEncoding of(TypeTable types) {
    return new ValueEncoding(types);
  }

  /** Encodes an object, which is read and not kept. */
  public Value encode(Type type, @Nullable Object value) {
    return new EncodeWalk(false).encode(types.shape(type), value, types.name(type));
  }

  /** Decodes what {@link #encode} returned, in this process or another, for the same type. */
  public @Nullable Object decode(Type type, Value value) {
    return DecodeWalk.decode(types.shape(type), value, types.name(type));
  }

  /**
   * Returns bytes that are equal exactly for equal values: sets and maps are equal in any order,
   * arrays by content, NaN to NaN as {@link Double#equals} says. They cannot be relied upon to be
   * decoded.
   */
  public ByteString canonicalBytes(Type type, @Nullable Object value) {
    return new EncodeWalk(true).encode(types.shape(type), value, types.name(type)).toByteString();
  }

  /** Whether two values are equal, as {@link #canonicalBytes} says. */
  public boolean equal(Type type, @Nullable Object a, @Nullable Object b) {
    return a == b || canonicalBytes(type, a).equals(canonicalBytes(type, b));
  }

  /**
   * Checks that an object, with all its parts, is of a type.
   *
   * @param name what the path begins with, such as the parameter's name
   * @throws ValueException if it is not
   */
  public void check(Type type, @Nullable Object value, String name) {
    new CheckWalk().walk(types.shape(type), value, name);
  }
}
