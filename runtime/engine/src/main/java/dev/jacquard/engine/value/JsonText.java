package dev.jacquard.engine.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to JSON trees and back; the only place with Jackson. Uses no more of the stack for deep
 * trees.
 */
final class JsonText {

  private static final int MOST_DIGITS = 1_000_000;

  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^\\]]*line: (\\d+), column: (\\d+)\\]");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * Walk.LIMIT)
                  .maxNumberLength(MOST_DIGITS)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(2 * Walk.LIMIT).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private JsonText() {}

  /** Reads the one value that a text must hold. */
  static Json parse(Reader reader) {
    try (JsonParser parser = FACTORY.createParser(reader)) {
      Json json = next(parser);
      if (json == null) {
        throw ValueException.expected("JSON", "nothing");
      }
      if (parser.nextToken() != null) {
        throw ValueException.of("expected one JSON value, found more after it at " + place(parser));
      }
      return json;
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw ValueException.of("cannot be read: " + e, e);
    }
  }

  /** Reads values until the end; blanks and line ends may stand between them. */
  static List<Json> parseAll(Reader reader) {
    List<Json> values = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(reader)) {
      for (Json json = next(parser); json != null; json = next(parser)) {
        values.add(json);
      }
      return values;
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw ValueException.of("cannot be read: " + e, e);
    }
  }

  private static @Nullable Json next(JsonParser parser) throws IOException {
    Deque<Builder> open = new ArrayDeque<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Json done = null;
      switch (token) {
        case START_OBJECT -> open.push(new Builder(true));
        case START_ARRAY -> open.push(new Builder(false));
        case FIELD_NAME -> open.element().field = parser.currentName();
        case END_OBJECT, END_ARRAY -> done = open.pop().build();
        default -> done = scalar(token, parser);
      }
      if (done != null) {
        if (open.isEmpty()) {
          return done;
        }
        open.element().add(done);
      }
    }
    return null;
  }

  private static Json scalar(JsonToken token, JsonParser parser) throws IOException {
    return switch (token) {
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case VALUE_STRING -> new Json.Text(parser.getText());
      default -> new Json.Numeral(parser.getText());
    };
  }

  /** What is open at a place of the text. */
  private static final class Builder {
    private final boolean object;
    private final Map<String, Json> fields = new LinkedHashMap<>();
    private final List<Json> elements = new ArrayList<>();
    private String field = "";

    Builder(boolean object) {
      this.object = object;
    }

    void add(Json value) {
      if (object) {
        fields.put(field, value);
      } else {
        elements.add(value);
      }
    }

    Json build() {
      return object ? new Json.Members(fields) : new Json.Array(elements);
    }
  }

  private static ValueException notJson(JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return ValueException.of(
        "expected JSON, found what is none" + place + ": " + plain(e.getOriginalMessage()));
  }

  /** Jackson names the source of a text, which is always the same here. */
  private static String plain(String message) {
    return SOURCE.matcher(message).replaceAll("line $1, column $2");
  }

  private static String place(JsonParser parser) {
    return "line "
        + parser.currentTokenLocation().getLineNr()
        + ", column "
        + parser.currentTokenLocation().getColumnNr();
  }

  /** Writes a tree, in one line. */
  static void print(Json json, Writer writer) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(writer)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      Deque<Iterator<?>> open = new ArrayDeque<>();
      write(json, generator, open);
      while (!open.isEmpty()) {
        Iterator<?> rest = open.element();
        if (!rest.hasNext()) {
          open.pop();
          closeInnermost(generator);
          continue;
        }
        Object next = rest.next();
        if (next instanceof Map.Entry<?, ?> field) {
          generator.writeFieldName((String) field.getKey());
          next = field.getValue();
        }
        write((Json) next, generator, open);
      }
    }
  }

  private static void closeInnermost(JsonGenerator generator) throws IOException {
    if (generator.getOutputContext().inArray()) {
      generator.writeEndArray();
    } else {
      generator.writeEndObject();
    }
  }

  private static void write(Json json, JsonGenerator generator, Deque<Iterator<?>> open)
      throws IOException {
    if (json instanceof Json.Null) {
      generator.writeNull();
    } else if (json instanceof Json.Bool bool) {
      generator.writeBoolean(bool.value());
    } else if (json instanceof Json.Numeral numeral) {
      generator.writeNumber(numeral.digits());
    } else if (json instanceof Json.Text text) {
      generator.writeString(text.value());
    } else if (json instanceof Json.Bare bare) {
      generator.writeString(bare.value());
    } else if (json instanceof Json.Array array) {
      generator.writeStartArray();
      open.push(array.elements().iterator());
    } else if (json instanceof Json.Members members) {
      generator.writeStartObject();
      open.push(members.fields().entrySet().iterator());
    }
  }
}
