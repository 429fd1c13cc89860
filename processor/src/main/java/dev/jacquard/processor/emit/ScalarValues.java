package dev.jacquard.processor.emit;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.DateTime;
import dev.jacquard.spec.v1.Decimal;
import dev.jacquard.spec.v1.Seconds;
import dev.jacquard.spec.v1.Uuid;
import dev.jacquard.spec.v1.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Emits Java's own values without parts. */
final class ScalarValues {

  private ScalarValues() {}

  static Value emit(Object value) {
    Value.Builder emitted = Value.newBuilder();
    if (value instanceof Boolean bool) {
      emitted.setBoolean(bool);
    } else if (value instanceof Character character) {
      emitted.setInteger(character);
    } else if (value instanceof Long number) {
      emitted.setLongInteger(number);
    } else if (value instanceof Float number) {
      emitted.setFloatBits(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      emitted.setDoubleBits(Double.doubleToRawLongBits(number));
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      emitted.setInteger(((Number) value).intValue());
    } else if (value instanceof String text) {
      emitText(text, emitted);
    } else if (value instanceof BigInteger number) {
      emitted.setBigInteger(ByteString.copyFrom(number.toByteArray()));
    } else if (value instanceof BigDecimal number) {
      emitted.setDecimal(
          Decimal.newBuilder()
              .setUnscaled(ByteString.copyFrom(number.unscaledValue().toByteArray()))
              .setScale(number.scale()));
    } else {
      emitTimeOrId(value, emitted);
    }
    return emitted.build();
  }

  private static void emitTimeOrId(Object value, Value.Builder emitted) {
    if (value instanceof Instant instant) {
      emitted.setSeconds(seconds(instant.getEpochSecond(), instant.getNano()));
    } else if (value instanceof Duration duration) {
      emitted.setSeconds(seconds(duration.getSeconds(), duration.getNano()));
    } else if (value instanceof LocalDate date) {
      emitted.setEpochDay(date.toEpochDay());
    } else if (value instanceof LocalDateTime time) {
      emitted.setDateTime(
          DateTime.newBuilder()
              .setEpochDay(time.toLocalDate().toEpochDay())
              .setNanoOfDay(time.toLocalTime().toNanoOfDay()));
    } else if (value instanceof UUID uuid) {
      emitted.setUuid(
          Uuid.newBuilder()
              .setMostSignificant(uuid.getMostSignificantBits())
              .setLeastSignificant(uuid.getLeastSignificantBits()));
    } else {
      throw new IllegalArgumentException("no scalar of this version: " + value.getClass());
    }
  }

  private static Seconds seconds(long seconds, int nanos) {
    return Seconds.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }

  /** Text that UTF-8 can hold goes as such; other text as UTF-16. */
  private static void emitText(String text, Value.Builder value) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      value.setText(text);
    } else {
      // Java's own encoder would replace what this is for: unpaired surrogates.
      ByteBuffer units = ByteBuffer.allocate(2 * text.length());
      units.asCharBuffer().put(text);
      value.setUtf16(ByteString.copyFrom(units));
    }
  }
}
