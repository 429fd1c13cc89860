package dev.jacquard.benchmarks;

import dev.jacquard.Task;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Prints what the processor costs in javac, cold and warm, as a Markdown table. */
public final class CompileReport {

  private static final int RUNS = 7;

  private CompileReport() {}

  /** Takes no arguments; needs some five minutes on two cores. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    CompileRatio javac = new CompileRatio(jar(Task.class), jar(JacquardProcessor.class));
    System.out.println("| workflows | javac | without, ms | with, ms | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (int workflows : new int[] {100, 1000}) {
      print(workflows, "a process of its own", javac.measure(workflows, RUNS));
      print(workflows, "in a warm JVM", javac.measureWarm(workflows, RUNS));
    }
  }

  private static void print(int workflows, String where, CompileRatio.Result result) {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %.0f | %.0f | %.2f |%n",
        workflows,
        where,
        result.without(),
        result.with(),
        result.ratio());
  }

  private static String jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
