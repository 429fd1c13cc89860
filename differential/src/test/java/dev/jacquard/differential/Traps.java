package dev.jacquard.differential;

import dev.jacquard.engine.code.SpecFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Workflows written by hand, each about a trap of the language: those of {@code
 * src/test/resources/traps}.
 */
final class Traps {

  private Traps() {}

  /** Their sources. */
  static List<Path> sources() {
    URL traps = Objects.requireNonNull(Traps.class.getResource("/traps"));
    try (Stream<Path> sources = Files.list(Path.of(traps.toURI()))) {
      return sources.sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sources of those that call tasks: the others never leave the engine. */
  static List<Path> sourcesWithCalls() {
    return sources().stream().filter(Traps::calls).toList();
  }

  private static boolean calls(Path source) {
    try {
      return Files.readString(source).contains("@Task");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of those compiled into a folder, in order. */
  static List<String> workflows(Path classes) {
    try (Stream<Path> specs = Files.list(classes.resolve(SpecFiles.FOLDER))) {
      return specs
          .map(spec -> spec.getFileName().toString().replaceFirst("\\.pb$", ""))
          .filter(workflow -> workflow.startsWith("traps."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws so many lists of arguments for one of them, the same each time. */
  static List<List<Object>> arguments(ClassLoader loader, String workflow, int draws) {
    DrawnValues values = new DrawnValues(new Random(workflow.hashCode()));
    List<List<Object>> arguments = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      arguments.add(
          Arrays.stream(PlainJava.method(loader, workflow).getGenericParameterTypes())
              .map(values::of)
              .toList());
    }
    return arguments;
  }

  /** What came of a run, in a text that is the same for equal answers alone. */
  static String text(Answer answer) {
    return answer.failureText().orElseGet(() -> DrawnValues.text(answer.value()));
  }
}
