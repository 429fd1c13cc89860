package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;

/** Reads and writes what several shapes share of the contract's values. */
final class Encoded {

  private Encoded() {}

  /** Fails unless the value is of the kind. */
  static Value require(Value value, KindCase kind, String expected) {
    if (value.getKindCase() != kind) {
      throw ValueException.expected(expected, describe(value));
    }
    return value;
  }

  /** What a value is, in an error message. */
  static String describe(Value value) {
    return switch (value.getKindCase()) {
      case KIND_NOT_SET -> "null";
      case BOOLEAN -> "boolean";
      case INTEGER -> "integer";
      case LONG_INTEGER -> "long integer";
      case FLOAT_BITS -> "float";
      case DOUBLE_BITS -> "double";
      case TEXT, UTF16 -> "text";
      case BIG_INTEGER -> "BigInteger";
      case DECIMAL -> "BigDecimal";
      case SECONDS -> "Instant or Duration";
      case DATE_TIME -> "LocalDateTime";
      case EPOCH_DAY -> "LocalDate";
      case UUID -> "UUID";
      case CONSTANT -> "enum constant " + value.getConstant();
      case ELEMENTS, PACKED -> "list";
      case ENTRIES -> "map";
      case OPTIONAL -> "optional";
      case RECORD -> "record " + value.getRecord().getName();
      case OUTCOME -> "outcome";
      case FAILURE -> "failure";
      case BLOB -> "blob";
      case ENCODED -> "encoded bytes";
      case SPLIT, PART -> "part of a value";
    };
  }

  /** Text that UTF-8 can hold goes as such; other text as UTF-16. */
  static Value ofText(String text) {
    Value.Builder value = Value.newBuilder();
    return isWellFormed(text) ? value.setText(text).build() : value.setUtf16(utf16(text)).build();
  }

  static String toText(Value value) {
    if (value.getKindCase() == KindCase.TEXT) {
      return value.getText();
    }
    ByteString units = require(value, KindCase.UTF16, "text").getUtf16();
    if (units.size() % 2 != 0) {
      throw ValueException.of("holds half a UTF-16 unit");
    }
    char[] chars = new char[units.size() / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((units.byteAt(2 * i) << 8) | (units.byteAt(2 * i + 1) & 0xff));
    }
    return new String(chars);
  }

  private static boolean isWellFormed(String text) {
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  private static ByteString utf16(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return ByteString.copyFrom(bytes);
  }
}
