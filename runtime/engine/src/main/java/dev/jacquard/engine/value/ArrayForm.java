package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Packed;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one primitive: how to make, read and pack them. Lists of the boxes are packed by way of
 * them.
 *
 * @param <A> the array type
 * @param count how many elements a packed message has in the field that this type uses
 */
record ArrayForm<A>(
    Class<A> type,
    IntFunction<A> create,
    ToIntFunction<A> length,
    Getter<A> getter,
    Setter<A> setter,
    BiConsumer<A, Packed.Builder> write,
    ToIntFunction<Packed> count,
    Function<Packed, A> read) {

  /** Reads an element, boxed. */
  interface Getter<A> {
    Object get(A array, int index);
  }

  /** Writes an element, unboxed. */
  interface Setter<A> {
    void set(A array, int index, Object value);
  }

  static ArrayForm<?> of(PrimitiveForm element) {
    return switch (element) {
      case BOOLEAN -> ArrayForms.BOOLEAN;
      case BYTE -> ArrayForms.BYTE;
      case SHORT -> ArrayForms.SHORT;
      case CHAR -> ArrayForms.CHAR;
      case INT -> ArrayForms.INT;
      case LONG -> ArrayForms.LONG;
      case FLOAT -> ArrayForms.FLOAT;
      case DOUBLE -> ArrayForms.DOUBLE;
    };
  }

  int size(Object array) {
    return length.applyAsInt(type.cast(array));
  }

  Object get(Object array, int index) {
    return getter.get(type.cast(array), index);
  }

  Packed pack(Object array) {
    Packed.Builder packed = Packed.newBuilder();
    write.accept(type.cast(array), packed);
    return packed.build();
  }

  /** Returns the array of the boxes; null if one of them is null or no {@code box}. */
  @Nullable A unbox(Object[] values, Class<?> box) {
    A array = create.apply(values.length);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null || value.getClass() != box) {
        return null;
      }
      setter.set(array, i, value);
    }
    return array;
  }

  A unpack(Packed packed, String expected) {
    int all =
        packed.getOctets().size()
            + packed.getIntegersCount()
            + packed.getLongsCount()
            + packed.getFloatBitsCount()
            + packed.getDoubleBitsCount()
            + packed.getTextLengthsCount();
    if (count.applyAsInt(packed) != all) {
      throw ValueException.expected(expected, "a packed list of another type");
    }
    return read.apply(packed);
  }

  Object[] unpackBoxed(Packed packed, String expected) {
    A array = unpack(packed, expected);
    Object[] boxes = new Object[length.applyAsInt(array)];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = getter.get(array, i);
    }
    return boxes;
  }

  static byte[] octets(Packed packed) {
    ByteString octets = packed.getOctets();
    return octets.toByteArray();
  }
}
