package dev.jacquard.benchmarks;

import dev.jacquard.Task;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures every budget and prints its ratio beside its bound, as the rows of a Markdown table.
 *
 * <p>Each part runs in a JVM of its own, and within it both sides take turns.
 */
public final class Report {

  private static final List<String> PARTS =
      List.of(
          "javac 100",
          "javac 1000",
          "map 1000",
          "map 10000",
          "map 100000",
          "map 1000000",
          "memory 1000000",
          "chain",
          "text");
  private static final int COMPILER_RUNS = 7;

  private Report() {}

  /**
   * Measures all parts, or one in this JVM.
   *
   * @param arguments none, or the name of a part with its size; of {@code workers} with the name of
   *     one of their parts, or none for all of those; of {@code kubernetes}, which needs a cluster
   *     and is measured only when asked for, with the folder of the docs to write to, or none
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("workers")) {
      forkWorkers();
      return;
    } else if (arguments.length > 0 && arguments[0].equals("kubernetes")) {
      System.exit(KubernetesReport.measure(List.of(arguments).subList(1, arguments.length)));
    } else if (arguments.length > 0) {
      part(arguments[0], arguments.length > 1 ? arguments[1] : "0");
      return;
    }
    System.out.println("| what | baseline | Jacquard | ratio | budget |");
    System.out.println("|---|---|---|---|---|");
    for (String part : PARTS) {
      fork(part);
    }
    forkWorkers();
  }

  private static void forkWorkers() throws IOException, InterruptedException {
    for (String part : WorkerReport.PARTS) {
      fork("workers " + part);
    }
  }

  private static void fork(String part) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Report.class.getName()));
    command.addAll(List.of(part.split(" ")));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("Part " + part + " must end well.");
    }
  }

  private static void part(String name, String which) throws Exception {
    switch (name) {
      case "javac" -> compiler(Integer.parseInt(which));
      case "map" -> map(Integer.parseInt(which));
      case "memory" -> memory(Integer.parseInt(which));
      case "chain" -> chain();
      case "text" -> text();
      case "workers" -> WorkerReport.measure(which);
      default -> throw new IllegalArgumentException("There is no part " + name + ": " + PARTS);
    }
  }

  private static void compiler(int workflows)
      throws IOException, InterruptedException, URISyntaxException {
    CompileRatio javac = new CompileRatio(jar(Task.class), jar(JacquardProcessor.class));
    CompileRatio.Result result = javac.measure(workflows, COMPILER_RUNS);
    String what = "javac, %,d workflows of five tasks, ms".formatted(workflows);
    Row.print(what, result.without(), result.with(), result.ratio(), "1.3");
  }

  private static void map(int elements) throws Exception {
    MapBenchmark sides = new MapBenchmark();
    sides.elements = elements;
    sides.open();
    int rounds = Math.max(31, Math.min(1001, 10_000_000 / elements));
    Duel.Result result = new Duel(sides::chunkedExecutor, sides::jacquard).fight(rounds, rounds);
    sides.close();
    Row.print("map of %,d, µs".formatted(elements), result, 1e3, elements == 1_000_000 ? "2" : "");
  }

  private static void memory(int elements) {
    List<Integer> items = IntStream.range(0, elements).boxed().toList();
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      runtime.run(PipelinesWorkflows.probe(items, elements / 4));
      HeapProbe.reset();
      long before = HeapProbe.inUse();
      runtime.run(PipelinesWorkflows.probe(items, elements / 16));
      double perElement = (HeapProbe.highest() - before) / (double) elements;
      System.out.printf(
          Locale.ROOT,
          "| heap of a map of %,d, results included, bytes an element | | %.1f | | 32 beyond results |%n",
          elements,
          perElement);
    }
  }

  private static void chain() throws Exception {
    ChainBenchmark sides = new ChainBenchmark();
    sides.open();
    Duel.Result result = new Duel(sides::hop, sides::jacquard).fight(7, 15);
    sides.close();
    Row.print("chain, a call over a hop, µs", result, 1e3 * ChainBenchmark.CALLS, "1");
  }

  private static void text() throws Exception {
    TextBenchmark sides = new TextBenchmark();
    sides.open();
    Duel.Result result = new Duel(sides::chunkedExecutor, sides::jacquard).fight(10, 21);
    sides.close();
    Row.print("text, 100,000 lines, ms", result, 1e6, "1.2");
  }

  private static String jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
