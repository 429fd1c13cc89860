package dev.jacquard.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in this process and keeps what it says. */
final class Command {

  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};

  /** What a run said, and its exit code. */
  record Outcome(int code, String out, String err) {}

  Command environment(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  Command input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  Command input(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  Outcome run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      Console console =
          Console.of(
              new ByteArrayInputStream(input), outStream, errStream, Map.copyOf(environment));
      int code = new Jacquard(console).run(arguments);
      outStream.flush();
      errStream.flush();
      return new Outcome(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
