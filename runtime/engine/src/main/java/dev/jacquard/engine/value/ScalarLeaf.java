package dev.jacquard.engine.value;

import dev.jacquard.Failure;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A scalar: its encoding joined with its JSON. */
record ScalarLeaf(String name, ScalarForm<?> form, JsonForm json, boolean hasBareForm)
    implements Leaf {

  static ScalarLeaf of(Scalar scalar) {
    return switch (scalar) {
      case STRING -> bare("text", ScalarForm.STRING, JsonForm.TEXT);
      case BIG_INTEGER -> bare("BigInteger", ScalarForm.BIG_INTEGER, JsonForm.WHOLE);
      case BIG_DECIMAL -> bare("BigDecimal", ScalarForm.BIG_DECIMAL, JsonForm.DECIMAL);
      case INSTANT -> bare("Instant", ScalarForm.INSTANT, JsonForm.parsed(Instant::parse));
      case DURATION -> bare("Duration", ScalarForm.DURATION, JsonForm.parsed(Duration::parse));
      case LOCAL_DATE ->
          bare("LocalDate", ScalarForm.LOCAL_DATE, JsonForm.parsed(LocalDate::parse));
      case LOCAL_DATE_TIME ->
          bare("LocalDateTime", ScalarForm.LOCAL_DATE_TIME, JsonForm.parsed(LocalDateTime::parse));
      case UUID -> bare("UUID", ScalarForm.UUID, JsonForm.UUID);
      case FAILURE -> new ScalarLeaf("Failure", ScalarForm.FAILURE, failures(), false);
      case BLOB_REF -> new ScalarLeaf("BlobRef", ScalarForm.BLOB_REF, JsonForm.BLOB_REF, false);
      case SCALAR_UNSPECIFIED, UNRECOGNIZED ->
          throw ValueException.of("names a scalar type that this version does not know");
    };
  }

  private static ScalarLeaf bare(String name, ScalarForm<?> form, JsonForm json) {
    return new ScalarLeaf(name, form, json, true);
  }

  private static JsonForm failures() {
    return JsonForm.of(
        value -> Failures.toJson((Failure) value), (j, name) -> Failures.fromJson(j));
  }

  @Override
  public boolean holds(Object value) {
    return form.type().isInstance(value);
  }

  @Override
  public Value encode(Object value) {
    return form.encode(value);
  }

  @Override
  public Object decode(Value encoded) {
    return form.decode(encoded, name);
  }

  @Override
  public Json toJson(Object value) {
    return json.write(value);
  }

  @Override
  public Object fromJson(Json source) {
    return json.read(source, name);
  }
}
