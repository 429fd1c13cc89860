package dev.jacquard.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Times javac over generated sources, with the processor and without, in turns and with the same
 * options otherwise. Cold it is a process of its own, which is what a build of one module meets;
 * warm it is called again and again in this JVM, as a daemon of a build tool does.
 */
final class CompileRatio {

  /** Medians in milliseconds, and of the ratios run by run. */
  record Result(double without, double with, double ratio) {}

  private static final int TASKS_A_WORKFLOW = 5;
  private static final int WARM_UP_RUNS = 8;

  private final String classPath;
  private final String processorPath;

  /**
   * @param classPath what user code is compiled against
   * @param processorPath the processor's jar
   */
  CompileRatio(String classPath, String processorPath) {
    this.classPath = classPath;
    this.processorPath = processorPath;
  }

  /** Measures javac as a whole process. */
  Result measure(int workflows, int runs) throws IOException, InterruptedException {
    return measure(workflows, 1, runs, CompileRatio::runProcess);
  }

  /** Measures javac in this JVM, after enough runs that are not counted. */
  Result measureWarm(int workflows, int runs) throws IOException, InterruptedException {
    return measure(workflows, WARM_UP_RUNS, runs, CompileRatio::runHere);
  }

  private Result measure(int workflows, int warmUp, int runs, Javac javac)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("jacquard-javac");
    try {
      List<String> sources = write(folder, workflows);
      List<String> none = List.of("-proc:none");
      List<String> processor = List.of("-processorpath", processorPath);
      for (int i = 0; i < warmUp; i++) {
        time(javac, folder, sources, none);
        time(javac, folder, sources, processor);
      }
      double[] without = new double[runs];
      double[] with = new double[runs];
      for (int i = 0; i < runs; i++) {
        without[i] = time(javac, folder, sources, none);
        with[i] = time(javac, folder, sources, processor);
      }
      double[] ratios = IntStream.range(0, runs).mapToDouble(i -> with[i] / without[i]).toArray();
      return new Result(Medians.of(without), Medians.of(with), Medians.of(ratios));
    } finally {
      delete(folder);
    }
  }

  /** A javac; it returns the exit code. */
  @FunctionalInterface
  private interface Javac {
    int run(List<String> arguments) throws IOException, InterruptedException;
  }

  private double time(Javac javac, Path folder, List<String> sources, List<String> options)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--release", "17", "-d", classes.toString(), "-cp", classPath));
    arguments.addAll(options);
    arguments.addAll(sources);
    long start = System.nanoTime();
    if (javac.run(arguments) != 0) {
      throw new IllegalStateException("javac must compile what is measured");
    }
    double millis = (System.nanoTime() - start) / 1e6;
    delete(classes);
    return millis;
  }

  private static int runProcess(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static int runHere(List<String> arguments) {
    return ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
  }

  private static List<String> write(Path folder, int workflows) throws IOException {
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < workflows; i++) {
      Path source = folder.resolve("Pipeline" + i + ".java");
      Files.writeString(source, source(i));
      sources.add(source.toString());
    }
    return sources;
  }

  private static String source(int number) {
    StringBuilder text =
        new StringBuilder(
            """
            import static dev.jacquard.Workflows.map;

            import dev.jacquard.Task;
            import dev.jacquard.Workflow;
            import java.util.ArrayList;
            import java.util.List;

            public final class Pipeline%d {
              public record Item(String name, int weight, List<Integer> parts) {}
            """
                .formatted(number));
    for (int task = 0; task < TASKS_A_WORKFLOW; task++) {
      text.append(
          """
            @Task(retries = 2, timeout = "30s")
            static int weigh%1$d(Item item, int factor) {
              int sum = 0;
              List<Integer> kept = new ArrayList<>();
              for (int part : item.parts()) {
                if (part %% %2$d == 0 && kept.size() < 100) {
                  kept.add(part * factor);
                  sum += part;
                }
              }
              return kept.isEmpty() ? item.weight() : sum / kept.size();
            }
          """
              .formatted(task, task + 2));
    }
    return text
        + """
            @Workflow
            static int total(List<Item> items, int factor) {
              List<Integer> first = map(items, item -> weigh0(item, factor));
              List<Integer> second = map(items, item -> weigh1(item, weigh2(item, factor + 1)));
              if (first.size() != second.size() || first.isEmpty()) {
                return -1;
              }
              Item joined = new Item("joined", first.get(0), second);
              int a = weigh3(joined, factor);
              int b = weigh4(joined, a);
              return a > b ? a : b + 1;
            }
          }
          """;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
