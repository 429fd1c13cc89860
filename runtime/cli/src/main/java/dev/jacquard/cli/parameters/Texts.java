package dev.jacquard.cli.parameters;

import dev.jacquard.engine.value.JsonValues;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a value on the command line:
 *
 * <ul>
 *   <li>{@code @file.json}, {@code @file.jsonl}, {@code @file.ndjson}: JSON, for a list one list or
 *       an element on each line
 *   <li>{@code @file} of any other name: for a list or set of text its lines, for text the whole
 *       file, else JSON as well
 *   <li>{@code -}: standard input, JSON as from {@code @file.json}
 *   <li>{@code @@text}: {@code @text} itself
 *   <li>everything else: bare text, numbers, {@code 1,2,3}, or JSON, as the type wants it
 * </ul>
 */
final class Texts {

  private static final List<String> JSON = List.of(".json", ".jsonl", ".ndjson");

  private final JsonValues json;
  private final InputStream standardInput;
  private boolean inputRead;

  Texts(JsonValues json, InputStream standardInput) {
    this.json = json;
    this.standardInput = standardInput;
  }

  @Nullable Object read(Type type, String text, String name) {
    if (text.equals("-")) {
      return fromInput(type, name);
    }
    if (text.startsWith("@@")) {
      return json.readBare(type, text.substring(1), name);
    }
    return text.startsWith("@")
        ? fromFile(type, text.substring(1), name)
        : json.readBare(type, text, name);
  }

  private @Nullable Object fromInput(Type type, String name) {
    if (inputRead) {
      throw new TextException("standard input (-) can be given to one parameter only.");
    }
    inputRead = true;
    return fromJson(type, new InputStreamReader(standardInput, StandardCharsets.UTF_8), name);
  }

  private @Nullable Object fromFile(Type type, String file, String name) {
    try {
      Path path = Path.of(file);
      String lower = file.toLowerCase(Locale.ROOT);
      boolean isJson = JSON.stream().anyMatch(lower::endsWith);
      if (!isJson && isText(type)) {
        return Files.readString(path);
      }
      try (BufferedReader reader = Files.newBufferedReader(path)) {
        return !isJson && isListOfText(type) ? lines(type, reader) : fromJson(type, reader, name);
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new TextException(
          "there is no file " + file + " (a text that begins with @ is written @@...).", e);
    } catch (CharacterCodingException e) {
      throw new TextException("the file " + file + " must be UTF-8, and is not.", e);
    } catch (IOException e) {
      throw new TextException("the file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static Object lines(Type type, BufferedReader reader) throws IOException {
    List<String> lines = reader.lines().toList();
    return type.hasSet() ? Collections.unmodifiableSet(new LinkedHashSet<>(lines)) : lines;
  }

  private @Nullable Object fromJson(Type type, Reader reader, String name) {
    return type.hasList() || type.hasSet() || type.getArray().getNumber() != 0
        ? json.readList(type, reader, name)
        : json.read(type, reader, name);
  }

  private static boolean isListOfText(Type type) {
    return (type.hasList() && isText(type.getList())) || (type.hasSet() && isText(type.getSet()));
  }

  private static boolean isText(Type type) {
    return type.getScalar() == Scalar.STRING;
  }
}
