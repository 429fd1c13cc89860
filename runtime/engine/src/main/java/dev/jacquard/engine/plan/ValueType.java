package dev.jacquard.engine.plan;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Takes encodings that do not stay in their list. */
  @FunctionalInterface
  public interface Apart {
    /** Takes the encoding of an element; false: it stays in the list after all. */
    boolean take(int index, byte[] encoded);
  }

  /**
   * Encodes a list of such values, as {@link #list} does, without those that are too long for it:
   * null is in their places.
   *
   * @param longest the encodings of elements that have more bytes are handed on, each as {@link
   *     #encode} would return it
   */
  public byte[] encodeAll(List<? extends @Nullable Object> values, long longest, Apart apart) {
    Value whole = encoding.encode(list().type, values);
    if (isAtMost(whole, longest)) {
      return whole.toByteArray();
    }
    return switch (whole.getKindCase()) {
      case ELEMENTS -> withoutLongOnes(whole, longest, apart);
      case SPLIT -> encodedOneByOne(values, longest, apart);
      default ->
          hasLongText(whole.getPacked(), longest)
              ? encodedOneByOne(values, longest, apart)
              : whole.toByteArray();
    };
  }

  // By itself a text has a few bytes before it.
  private static boolean hasLongText(Packed packed, long longest) {
    return packed.getTextLengthsList().stream().anyMatch(length -> length + 8L > longest);
  }

  // The size of what has more than two billion bytes comes out negative.
  private static boolean isAtMost(Value value, long longest) {
    int size = value.getSerializedSize();
    return size >= 0 && size <= longest;
  }

  private static byte[] withoutLongOnes(Value whole, long longest, Apart apart) {
    List<Value> elements = whole.getElements().getValuesList();
    Value.Builder rest = whole.toBuilder();
    for (int i = 0; i < elements.size(); i++) {
      Value element = elements.get(i);
      if (!isAtMost(element, longest) && apart.take(i, element.toByteArray())) {
        rest.getElementsBuilder().setValues(i, Value.getDefaultInstance());
      }
    }
    return rest.build().toByteArray();
  }

  // What nests deeply refers to parts that stand beside the list; texts are one behind another.
  private byte[] encodedOneByOne(
      List<? extends @Nullable Object> values, long longest, Apart apart) {
    List<@Nullable Object> rest = new ArrayList<>(values);
    for (int i = 0; i < rest.size(); i++) {
      byte[] encoded = encode(rest.get(i));
      if (encoded.length > longest && apart.take(i, encoded)) {
        rest.set(i, null);
      }
    }
    return list().encode(rest);
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
