package dev.jacquard.engine.value;

import dev.jacquard.BlobRef;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How a scalar is written as JSON and read from it. */
interface JsonForm {

  Json write(Object value);

  /** Reads JSON that is not null; {@code expected} names the type in an error. */
  Object read(Json json, String expected);

  JsonForm TEXT = of(value -> new Json.Text((String) value), JsonForm::text);

  JsonForm WHOLE = of(value -> new Json.Numeral(value.toString()), JsonNumbers::whole);

  JsonForm DECIMAL = of(value -> new Json.Numeral(value.toString()), JsonForm::decimal);

  /** The JDK reads {@code 1-1-1-1-1} as well; nobody means it. */
  JsonForm UUID =
      parsed(
          text -> {
            java.util.UUID uuid = java.util.UUID.fromString(text);
            if (!uuid.toString().equalsIgnoreCase(text)) {
              throw new IllegalArgumentException(text);
            }
            return uuid;
          });

  JsonForm BLOB_REF = of(JsonForm::fromBlob, (json, name) -> toBlob(json));

  static JsonForm of(Function<Object, Json> write, BiFunction<Json, String, Object> read) {
    return new JsonForm() {
      @Override
      public Json write(Object value) {
        return write.apply(value);
      }

      @Override
      public Object read(Json json, String expected) {
        return read.apply(json, expected);
      }
    };
  }

  /** A text that {@code toString} writes and {@code parse} reads. */
  static JsonForm parsed(Function<String, Object> parse) {
    return of(
        value -> new Json.Text(value.toString()),
        (json, expected) -> {
          try {
            return parse.apply(text(json, expected));
          } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw ValueException.expected(expected, json.describe());
          }
        });
  }

  static String text(Json json, String expected) {
    if (json instanceof Json.Text text) {
      return text.value();
    }
    if (json instanceof Json.Bare bare) {
      return bare.value();
    }
    throw ValueException.expected(expected, json.describe());
  }

  private static BigDecimal decimal(Json json, String expected) {
    return JsonNumbers.decimal(json, expected);
  }

  private static Json fromBlob(Object value) {
    BlobRef blob = (BlobRef) value;
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("digest", new Json.Text(blob.digest()));
    fields.put("size", new Json.Numeral(String.valueOf(blob.size())));
    return new Json.Members(fields);
  }

  private static BlobRef toBlob(Json json) {
    List<Json> fields = JsonFields.inOrder(json, "BlobRef", List.of("digest", "size"));
    try {
      return new BlobRef(
          text(fields.get(0), "text"),
          JsonNumbers.integer(fields.get(1), "size", 0, Long.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw ValueException.of(String.valueOf(e.getMessage()), e);
    }
  }
}
