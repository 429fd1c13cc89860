package dev.jacquard.differential;

import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Generates programs, compiles them together, runs each as plain Java and as a graph, and tells
 * where they differ.
 */
final class Differential {

  private static final int INPUTS = 4;
  private static final int ORDERS = 2;
  private static final int ATTEMPTS_TO_SHRINK = 150;

  private final Coverage coverage = new Coverage();

  /** A program for which plain Java and graph differ, and how. */
  record Difference(Program program, List<Object> arguments, String text) {

    @Override
    public String toString() {
      return text + "\non arguments " + arguments + " of\n" + program.source();
    }
  }

  Coverage coverage() {
    return coverage;
  }

  /** Looks for a difference among so many programs; the first program's seed is {@code seed}. */
  Optional<Difference> search(int programs, long seed) {
    ProgramGenerator generator = new ProgramGenerator(coverage);
    List<Program> generated = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      generated.add(generator.generate("P" + i, seed + i));
    }
    return compare(generated);
  }

  /** Makes a program that differs as small as it can be made. */
  Difference shrink(Difference found) {
    ProgramGenerator generator = new ProgramGenerator(new Coverage());
    Shrinker shrinker =
        new Shrinker(
            choices -> differs(generator.generate("Shrunk", Choices.replay(choices))).isPresent(),
            ATTEMPTS_TO_SHRINK);
    List<Integer> smallest = shrinker.shrink(found.program().choices());
    return differs(generator.generate("Shrunk", Choices.replay(smallest))).orElse(found);
  }

  private Optional<Difference> differs(Program program) {
    return compare(List.of(program));
  }

  private Optional<Difference> compare(List<Program> programs) {
    Path classes = newFolder();
    try (URLClassLoader loader = Compilation.compile(programs, new JacquardProcessor(), classes)) {
      new NodeKinds(coverage).countIn(classes);
      for (Program program : programs) {
        Optional<Difference> difference = compare(loader, program);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(classes);
    }
  }

  private Optional<Difference> compare(ClassLoader loader, Program program) {
    Agreement agreement = new Agreement(program);
    for (int input = 0; input < INPUTS; input++) {
      List<Object> arguments = Inputs.draw(program.parameters(), input);
      Answer plain = PlainJava.run(loader, program, arguments);
      for (int order = 0; order < ORDERS; order++) {
        long seed = input * 31L + order;
        Optional<String> difference;
        try {
          Answer graph = Graph.run(loader, program, arguments, seed);
          difference = agreement.difference(plain, graph);
        } catch (RuntimeException broken) {
          difference = Optional.of("the engine broke: " + broken);
        }
        if (difference.isPresent()) {
          return Optional.of(new Difference(program, arguments, difference.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("jacquard-differential");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
