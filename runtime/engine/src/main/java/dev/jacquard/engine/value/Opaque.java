package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Base64;

/**
 * A type whose encoding is bytes that only its own class understands: a protobuf message, or a
 * user's own type. JSON: the bytes as base64 text.
 */
record Opaque(String name, Class<?> type, Bytes bytes) implements Leaf {

  /** Turns values into bytes and back; may throw what the user's code throws. */
  interface Bytes {
    byte[] encode(Object value) throws Throwable;

    Object decode(byte[] bytes) throws Throwable;
  }

  @Override
  public boolean holds(Object value) {
    return type.isInstance(value);
  }

  @Override
  public Value encode(Object value) {
    return Value.newBuilder().setEncoded(ByteString.copyFrom(toBytes(value))).build();
  }

  @Override
  public Object decode(Value encoded) {
    return fromBytes(Encoded.require(encoded, KindCase.ENCODED, name).getEncoded().toByteArray());
  }

  @Override
  public Json toJson(Object value) {
    return new Json.Text(Base64.getEncoder().encodeToString(toBytes(value)));
  }

  @Override
  public Object fromJson(Json json) {
    return fromBytes(bytes(JsonForm.text(json, name + " (base64 text)"), name));
  }

  static byte[] bytes(String base64, String expected) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw ValueException.expected(expected + " (base64 text)", new Json.Text(base64).describe());
    }
  }

  private byte[] toBytes(Object value) {
    try {
      return bytes.encode(value);
    } catch (Throwable e) {
      throw UserCode.failed(name + " cannot be encoded", e);
    }
  }

  private Object fromBytes(byte[] encoded) {
    try {
      return bytes.decode(encoded);
    } catch (Throwable e) {
      throw UserCode.failed(name + " cannot be decoded", e);
    }
  }
}
