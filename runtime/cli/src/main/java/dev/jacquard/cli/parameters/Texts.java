package dev.jacquard.cli.parameters;

import dev.jacquard.engine.value.JsonValues;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
    Reader input =
        new InputStreamReader(standardInput, StandardCharsets.UTF_8.newDecoder()); // which reports
    try {
      return fromJson(type, input, name);
    } catch (ValueException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new TextException("standard input must be UTF-8, and is not.", e);
      }
      if (isText(type) || isListOfText(type)) {
        throw new TextException(
            "standard input (-) is read as JSON; %s. As it stands, %s is given by @/dev/stdin."
                .formatted(e.problem(), isText(type) ? "its text" : "each of its lines"),
            e);
      }
      throw e;
    }
  }

  private @Nullable Object fromFile(Type type, String file, String name) {
    try {
      return fromPath(type, Path.of(file), name);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new TextException(
          "there is no file " + file + " (a text that begins with @ is written @@...).", e);
    } catch (AccessDeniedException e) {
      throw new TextException("you may not read the file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new TextException("the file " + file + " must be UTF-8, and is not.", e);
    } catch (IOException e) {
      throw new TextException("the file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private @Nullable Object fromPath(Type type, Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      throw new TextException(path + " must be a file; it is a folder.");
    }
    String lower = path.toString().toLowerCase(Locale.ROOT);
    boolean isJson = JSON.stream().anyMatch(lower::endsWith);
    if (!isJson && isText(type)) {
      return Files.readString(path);
    }
    if (!isJson && isListOfText(type)) {
      List<String> lines = Collections.unmodifiableList(Files.readAllLines(path));
      return type.hasSet() ? Collections.unmodifiableSet(new LinkedHashSet<>(lines)) : lines;
    }
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      return fromJson(type, reader, name);
    } catch (ValueException e) {
      if (e.getCause() instanceof IOException reason) {
        throw reason;
      }
      throw e;
    }
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
