package dev.jacquard.processor.declare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as a tree; numbers keep their digits. */
sealed interface Json {

  record Null() implements Json {}

  record Bool(boolean value) implements Json {}

  record Numeral(String digits) implements Json {}

  record Text(String value) implements Json {}

  record Array(List<Json> elements) implements Json {}

  /** Fields in the order of the text. */
  record Members(Map<String, Json> fields) implements Json {}

  /** Reads the one value that the text holds; empty where it is no JSON. */
  static Optional<Json> parse(String text) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(text)) {
      Json json = value(parser, parser.nextToken());
      return parser.nextToken() == null ? Optional.ofNullable(json) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }

  private static @Nullable Json value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> array(parser);
      case VALUE_TRUE -> new Bool(true);
      case VALUE_FALSE -> new Bool(false);
      case VALUE_NULL -> new Null();
      case VALUE_STRING -> new Text(parser.getText());
      default -> new Numeral(parser.getText());
    };
  }

  private static Json array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Json element = value(parser, token);
      if (element != null) {
        elements.add(element);
      }
    }
    return new Array(elements);
  }

  private static Json members(JsonParser parser) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Json field = value(parser, parser.nextToken());
      if (field != null) {
        fields.put(name, field);
      }
    }
    return new Members(fields);
  }
}
