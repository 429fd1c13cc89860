package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Type;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON, read and written with their type in hand; what is written is read again as an
 * equal value.
 *
 * <table>
 *   <caption>The forms</caption>
 *   <tr><td>boolean, integers, BigInteger, BigDecimal<td>true, 12, 1.50: all digits, of any number of them
 *   <tr><td>float, double<td>a number, or "NaN", "Infinity", "-Infinity"
 *   <tr><td>char, text, UUID, java.time<td>text, ISO 8601 for the latter
 *   <tr><td>enum<td>the constant's name
 *   <tr><td>List, Set, arrays<td>a list; byte[] as base64 text, but a list is read as well
 *   <tr><td>Map<td>an object, its names the keys' bare text; with a null key, a list of pairs [key, value]
 *   <tr><td>Optional<td>null or the value; the value of an Optional of an Optional in a list
 *   <tr><td>record<td>an object with every component
 *   <tr><td>sealed interface<td>{"type": "Circle", ...}; an enum of it {"type": "Color", "constant": "RED"}
 *   <tr><td>Outcome<td>{"type": "Succeeded", "index": 0, "value": ...}, {"type": "Failed", "index": 0, "failure": ...}
 *   <tr><td>Failure<td>{"classNames": ["..."], "message": "..."}
 *   <tr><td>BlobRef<td>{"digest": "...", "size": 0}
 *   <tr><td>protobuf messages, a user's own types<td>their bytes as base64 text
 * </table>
 *
 * <p>The field {@code type} of a sealed interface is {@code $type} where a record of it has a
 * component {@code type}; its value is the class's binary name where two have the same simple name.
 * Whatever is wrong is a {@link ValueException} whose message begins with the path: {@code
 * points[3]: expected int, found "x"}. Thread-safe.
 */
public final class JsonValues {

  private final TypeTable types;

  private JsonValues(TypeTable types) {
    this.types = types;
  }

  /** Makes the JSON forms of the types. */
  public static JsonValues of(TypeTable types) {
    return new JsonValues(types);
  }

  /**
   * Reads a value from JSON text.
   *
   * @param name what an error's path begins with, such as the parameter's name
   */
  public @Nullable Object read(Type type, String json, String name) {
    return read(type, new StringReader(json), name);
  }

  /** Reads a value from JSON text, to its end; does not close the reader. */
  public @Nullable Object read(Type type, Reader json, String name) {
    return read(type, parse(json, name), name);
  }

  /**
   * Reads a list from JSON text: one JSON list, or JSON lines, an element on each. Does not close
   * the reader.
   */
  public @Nullable Object readList(Type list, Reader json, String name) {
    List<Json> values;
    try {
      values = JsonText.parseAll(json);
    } catch (ValueException e) {
      throw e.under(name);
    }
    boolean nested =
        types.shape(list) instanceof ListShape shape && shape.element() instanceof ListShape;
    boolean whole =
        values.size() == 1
            && values.get(0) instanceof Json.Array array
            && !(nested && isFlat(array));
    return read(list, whole ? values.get(0) : new Json.Array(values), name);
  }

  /** Of a list of lists, a single line {@code [1, 2]} is one element. */
  private static boolean isFlat(Json.Array array) {
    return !array.elements().isEmpty()
        && array.elements().stream()
            .noneMatch(e -> e instanceof Json.Array || e instanceof Json.Null);
  }

  /**
   * Reads what a person wrote for a parameter on the command line or in {@code @Default}: bare text
   * for text, numbers, booleans, characters, enums, temporal types and UUIDs; for an optional of
   * these the same, and nothing for an empty one; for a list, set or array of these {@code 1,2,3};
   * JSON for all others, and wherever the text is a JSON list, object or null.
   */
  public @Nullable Object readBare(Type type, String text, String name) {
    return read(
        type,
        BareText.toJson(types.shape(type), text, () -> parse(new StringReader(text), name)),
        name);
  }

  /** Returns a value as JSON, in one line. */
  public String write(Type type, @Nullable Object value) {
    StringWriter writer = new StringWriter();
    try {
      write(type, value, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }

  /** Writes a value as JSON, in one line; does not close the writer. */
  public void write(Type type, @Nullable Object value, Writer writer) throws IOException {
    Json json = new JsonWriteWalk().walk(types.shape(type), value, types.name(type));
    JsonText.print(json == null ? new Json.Null() : json, writer);
  }

  private @Nullable Object read(Type type, Json json, String name) {
    return new JsonReadWalk().walk(types.shape(type), json, name);
  }

  private static Json parse(Reader json, String name) {
    try {
      return JsonText.parse(json);
    } catch (ValueException e) {
      throw e.under(name);
    }
  }
}
