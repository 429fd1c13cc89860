package dev.jacquard.benchmarks;

import dev.jacquard.Task;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs every benchmark once and prints each budget's ratio beside its bound, as a Markdown table.
 */
public final class Report {

  private static final int COMPILER_RUNS = 5;
  private static final int PROBED_ELEMENTS = 1_000_000;

  private Report() {}

  /** Takes no arguments; needs some six minutes on two cores. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException, URISyntaxException {
    StringBuilder table = new StringBuilder("| what | baseline | Jacquard | ratio | budget |\n");
    table.append("|---|---|---|---|---|\n");
    compiler(table);
    memory(table);
    micro(table);
    System.out.println(table);
  }

  private static void compiler(StringBuilder table)
      throws IOException, InterruptedException, URISyntaxException {
    CompileRatio javac = new CompileRatio(jar(Task.class), jar(JacquardProcessor.class));
    for (int workflows : new int[] {100, 1000}) {
      CompileRatio.Result result = javac.measure(workflows, COMPILER_RUNS);
      String what = "javac, %,d workflows of five tasks, ms".formatted(workflows);
      row(table, what, result.without(), result.with(), result.ratio(), "1.3");
    }
  }

  private static void memory(StringBuilder table) {
    List<Integer> elements = IntStream.range(0, PROBED_ELEMENTS).boxed().toList();
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      runtime.run(PipelinesWorkflows.probe(elements, PROBED_ELEMENTS / 4));
      HeapProbe.reset();
      long before = HeapProbe.inUse();
      runtime.run(PipelinesWorkflows.probe(elements, PROBED_ELEMENTS / 16));
      double perElement = (HeapProbe.highest() - before) / (double) PROBED_ELEMENTS;
      table.append(
          String.format(
              Locale.ROOT,
              "| heap of a map of %,d, results included, bytes an element | | %.1f | | 32 beyond results |%n",
              PROBED_ELEMENTS,
              perElement));
    }
  }

  private static void micro(StringBuilder table) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include("dev.jacquard.benchmarks.*").build()).run();
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String elements = result.getParams().getParam("elements");
      String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
      scores.put(
          name + (elements == null ? "" : " " + elements), result.getPrimaryResult().getScore());
    }
    for (String elements : List.of("1000", "10000", "100000", "1000000")) {
      compare(
          table,
          scores,
          "map of " + elements + ", µs",
          "MapBenchmark",
          "chunkedExecutor",
          " " + elements,
          "2");
    }
    compare(table, scores, "chain, a call over a hop, µs", "ChainBenchmark", "hop", "", "1");
    compare(
        table, scores, "text, 100,000 lines, ms", "TextBenchmark", "chunkedExecutor", "", "1.2");
  }

  private static void compare(
      StringBuilder table,
      Map<String, Double> scores,
      String what,
      String benchmark,
      String baseline,
      String suffix,
      String budget) {
    double base = scores.getOrDefault(benchmark + "." + baseline + suffix, Double.NaN);
    double ours = scores.getOrDefault(benchmark + ".jacquard" + suffix, Double.NaN);
    row(table, what, base, ours, ours / base, budget);
  }

  private static void row(
      StringBuilder table, String what, double base, double ours, double ratio, String budget) {
    table.append(
        String.format(
            Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s |%n", what, base, ours, ratio, budget));
  }

  private static String jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
