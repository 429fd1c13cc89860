package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.BlobRef;
import dev.jacquard.Failure;
import dev.jacquard.spec.v1.BlobValue;
import dev.jacquard.spec.v1.DateTime;
import dev.jacquard.spec.v1.Decimal;
import dev.jacquard.spec.v1.Seconds;
import dev.jacquard.spec.v1.Uuid;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The JDK's and Jacquard's own types without parts, in the contract's form.
 *
 * @param <T> the Java type
 * @param kind the kind of value that it is encoded as
 * @param write puts a Java value into an encoded one
 * @param read reads a value of that kind; may throw what the JDK throws for numbers that are out of
 *     range
 */
record ScalarForm<T>(
    Class<T> type, KindCase kind, BiConsumer<T, Value.Builder> write, Function<Value, T> read) {

  static final ScalarForm<String> STRING =
      new ScalarForm<>(
          String.class,
          KindCase.TEXT,
          (text, value) -> value.mergeFrom(Encoded.ofText(text)),
          Encoded::toText);

  static final ScalarForm<BigInteger> BIG_INTEGER =
      new ScalarForm<>(
          BigInteger.class,
          KindCase.BIG_INTEGER,
          (number, value) -> value.setBigInteger(bytes(number)),
          value -> new BigInteger(value.getBigInteger().toByteArray()));

  static final ScalarForm<BigDecimal> BIG_DECIMAL =
      new ScalarForm<>(
          BigDecimal.class,
          KindCase.DECIMAL,
          (number, value) ->
              value.setDecimal(
                  Decimal.newBuilder()
                      .setUnscaled(bytes(number.unscaledValue()))
                      .setScale(number.scale())),
          value -> {
            Decimal decimal = value.getDecimal();
            return new BigDecimal(
                new BigInteger(decimal.getUnscaled().toByteArray()), decimal.getScale());
          });

  static final ScalarForm<Instant> INSTANT =
      new ScalarForm<>(
          Instant.class,
          KindCase.SECONDS,
          (instant, value) ->
              value.setSeconds(seconds(instant.getEpochSecond(), instant.getNano())),
          value -> Instant.ofEpochSecond(value.getSeconds().getSeconds(), nanos(value)));

  static final ScalarForm<Duration> DURATION =
      new ScalarForm<>(
          Duration.class,
          KindCase.SECONDS,
          (duration, value) -> value.setSeconds(seconds(duration.getSeconds(), duration.getNano())),
          value -> Duration.ofSeconds(value.getSeconds().getSeconds(), nanos(value)));

  static final ScalarForm<LocalDate> LOCAL_DATE =
      new ScalarForm<>(
          LocalDate.class,
          KindCase.EPOCH_DAY,
          (date, value) -> value.setEpochDay(date.toEpochDay()),
          value -> LocalDate.ofEpochDay(value.getEpochDay()));

  static final ScalarForm<LocalDateTime> LOCAL_DATE_TIME =
      new ScalarForm<>(
          LocalDateTime.class,
          KindCase.DATE_TIME,
          (time, value) ->
              value.setDateTime(
                  DateTime.newBuilder()
                      .setEpochDay(time.toLocalDate().toEpochDay())
                      .setNanoOfDay(time.toLocalTime().toNanoOfDay())),
          value ->
              LocalDateTime.of(
                  LocalDate.ofEpochDay(value.getDateTime().getEpochDay()),
                  LocalTime.ofNanoOfDay(value.getDateTime().getNanoOfDay())));

  static final ScalarForm<UUID> UUID =
      new ScalarForm<>(
          UUID.class,
          KindCase.UUID,
          (uuid, value) ->
              value.setUuid(
                  Uuid.newBuilder()
                      .setMostSignificant(uuid.getMostSignificantBits())
                      .setLeastSignificant(uuid.getLeastSignificantBits())),
          value ->
              new UUID(
                  value.getUuid().getMostSignificant(), value.getUuid().getLeastSignificant()));

  static final ScalarForm<Failure> FAILURE =
      new ScalarForm<>(
          Failure.class,
          KindCase.FAILURE,
          (failure, value) -> value.setFailure(Failures.encode(failure)),
          value -> Failures.decode(value.getFailure()));

  static final ScalarForm<BlobRef> BLOB_REF =
      new ScalarForm<>(
          BlobRef.class,
          KindCase.BLOB,
          (blob, value) ->
              value.setBlob(BlobValue.newBuilder().setDigest(blob.digest()).setSize(blob.size())),
          value -> new BlobRef(value.getBlob().getDigest(), value.getBlob().getSize()));

  Value encode(Object value) {
    Value.Builder encoded = Value.newBuilder();
    write.accept(type.cast(value), encoded);
    return encoded.build();
  }

  Object decode(Value value, String expected) {
    if (value.getKindCase() != KindCase.UTF16) {
      Encoded.require(value, kind, expected);
    }
    try {
      return read.apply(value);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw ValueException.of(
          "expected " + expected + ", found what is none: " + e.getMessage(), e);
    }
  }

  private static ByteString bytes(BigInteger number) {
    return ByteString.copyFrom(number.toByteArray());
  }

  private static Seconds seconds(long seconds, int nanos) {
    return Seconds.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }

  private static int nanos(Value value) {
    int nanos = value.getSeconds().getNanos();
    if (nanos < 0 || nanos > 999_999_999) {
      throw new IllegalArgumentException(
          "nanoseconds must be from 0 to 999999999; found " + nanos + ".");
    }
    return nanos;
  }
}
