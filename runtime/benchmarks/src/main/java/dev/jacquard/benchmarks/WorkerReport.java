package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Measures the budgets of worker processes, most of them over a bare gRPC stream. */
final class WorkerReport {

  private static final int MAP = 100_000;
  private static final int THRESHOLD = 500;
  private static final int LONG_MICROS = 20_000;
  private static final int SHORT_MICROS = 20;
  private static final int UNEVEN = 5_000;

  private WorkerReport() {}

  /** What can be measured by itself, in this order. */
  static final List<String> PARTS =
      List.of(
          "map",
          "calls",
          "values",
          "offloading",
          "sleeps",
          "nothing",
          "doubling",
          "uneven",
          "text");

  /**
   * Measures one part.
   *
   * @param part one of {@link #PARTS}
   */
  static void measure(String part) throws Exception {
    switch (part) {
      case "map" -> maps();
      case "calls" -> calls();
      case "values" -> values();
      case "offloading" -> longValues();
      case "sleeps" -> sleeps();
      case "nothing" -> FromNothing.measure();
      case "doubling" -> twiceAsMany();
      case "uneven" -> uneven();
      case "text" -> text();
      default -> throw new IllegalArgumentException("There is no part " + part + ": " + PARTS);
    }
  }

  private static void maps() throws Exception {
    try (BareStream bare = new BareStream()) {
      for (int workers : new int[] {1, 2, 4}) {
        map(bare, workers);
      }
    }
  }

  private static void calls() throws Exception {
    try (BareStream bare = new BareStream();
        WorkflowRuntime runtime = workers(1, 1)) {
      new RoundTrips(bare, runtime).measure();
    }
  }

  private static void values() throws Exception {
    try (BareStream bare = new BareStream();
        WorkflowRuntime runtime = workers(1, 1)) {
      value(bare, runtime, "1 KB", 1 << 10, 1000);
      value(bare, runtime, "1 MB", 1 << 20, 101);
      value(bare, runtime, "20 MB", 20 << 20, 15);
    }
  }

  private static WorkflowRuntime workers(int processes, int slots) {
    return WorkerRuntime.workers(WorkersOptions.of(processes).withSlots(slots));
  }

  private static List<Integer> points(int count) {
    return IntStream.range(0, count).map(i -> i * 31 % 1000).boxed().toList();
  }

  private static void map(BareStream bare, int workers) throws Exception {
    List<Integer> points = points(MAP);
    try (WorkflowRuntime runtime = workers(workers, 1)) {
      Duel duel =
          new Duel(
              () -> bare.flags(points, THRESHOLD),
              () -> runtime.run(PipelinesWorkflows.flags(points, THRESHOLD)));
      Duel.Result result = duel.fight(600, 101);
      Row.print("workers, map of 100,000 on %d, ms".formatted(workers), result, 1e6, "2");
      System.out.printf(
          "| elements per second on %d, millions | %.1f | %.1f | | |%n",
          workers, MAP * 1e3 / result.baseNanos(), MAP * 1e3 / result.oursNanos());
    }
  }

  private static void value(
      BareStream bare, WorkflowRuntime runtime, String size, int bytes, int rounds)
      throws Exception {
    byte[] value = new byte[bytes];
    value[0] = BareProtocol.ECHO;
    Duel duel =
        new Duel(
            () -> bare.exchange(value).length,
            () -> runtime.run(PipelinesWorkflows.echo(value)).length);
    Row.print("workers, a value of %s, µs".formatted(size), duel.fight(rounds, rounds), 1e3, "");
  }

  /** In messages, and through files. */
  private static void longValues() throws Exception {
    try (WorkflowRuntime inMessages =
            WorkerRuntime.workers(WorkersOptions.of(2).withOffloadAbove(WorkersOptions.NEVER));
        WorkflowRuntime offloading =
            WorkerRuntime.workers(WorkersOptions.of(2).withOffloadAbove(1 << 18))) {
      for (int megabytes : new int[] {1, 4, 20}) {
        byte[] value = new byte[megabytes << 20];
        int rounds = 80 / megabytes | 1;
        Duel shared =
            new Duel(
                () -> inMessages.run(PipelinesWorkflows.shared(points(200), value)),
                () -> offloading.run(PipelinesWorkflows.shared(points(200), value)));
        String size = megabytes + " MB";
        Row.print(
            "workers, 200 elements share %s, offloaded over in messages, ms".formatted(size),
            shared.fight(rounds, rounds),
            1e6,
            "");
        Duel echoed =
            new Duel(
                () -> inMessages.run(PipelinesWorkflows.echo(value)).length,
                () -> offloading.run(PipelinesWorkflows.echo(value)).length);
        Row.print(
            "workers, a value of %s, offloaded over in messages, ms".formatted(size),
            echoed.fight(rounds, rounds),
            1e6,
            "");
      }
    }
  }

  private static void sleeps() throws InterruptedException {
    List<Integer> millis = Collections.nCopies(100, 100);
    double[] taken = new double[7];
    try (WorkflowRuntime runtime = workers(2, 5)) {
      runtime.run(PipelinesWorkflows.sleeps(millis));
      for (int i = 0; i < taken.length; i++) {
        long start = System.nanoTime();
        runtime.run(PipelinesWorkflows.sleeps(millis));
        taken[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    double median = Medians.of(taken);
    Row.print("workers, 100 sleeps of 100 ms, ms", 1000, median, median / 1000, "1.1");
  }

  private static void twiceAsMany() throws Exception {
    try (WorkflowRuntime runtime = workers(2, 5)) {
      Duel duel = new Duel(() -> flags(runtime, 10), () -> flags(runtime, 20));
      Row.print("workers, 20 elements over 10, µs", duel.fight(2000, 2000), 1e3, "1.1");
    }
  }

  private static boolean flags(WorkflowRuntime runtime, int count) {
    return runtime.run(PipelinesWorkflows.flags(points(count), THRESHOLD)).isEmpty();
  }

  /** The ideal schedule keeps both slots busy to the end, with calls as long as they were. */
  private static void uneven() throws Exception {
    List<Integer> micros =
        IntStream.range(0, UNEVEN)
            .mapToObj(i -> i % 100 == 37 ? LONG_MICROS : SHORT_MICROS)
            .toList();
    double[] ideal = new double[15];
    double[] taken = new double[ideal.length];
    double[] ratios = new double[ideal.length];
    try (WorkflowRuntime runtime = workers(2, 1)) {
      runtime.run(PipelinesWorkflows.uneven(micros));
      for (int i = 0; i < taken.length; i++) {
        long start = System.nanoTime();
        List<Integer> lasted = runtime.run(PipelinesWorkflows.uneven(micros));
        taken[i] = (System.nanoTime() - start) / 1e6;
        ideal[i] = lasted.stream().mapToInt(Integer::intValue).sum() / 2e3;
        ratios[i] = taken[i] / ideal[i];
      }
    }
    Row.print(
        "workers, 1 % of elements 1,000 times longer, ms",
        Medians.of(ideal), Medians.of(taken), Medians.of(ratios), "1.2");
  }

  private static void text() throws Exception {
    try (WorkflowRuntime runtime = workers(2, 1)) {
      TextBenchmark sides = new TextBenchmark();
      sides.open();
      Duel duel = new Duel(sides::chunkedExecutor, () -> sides.on(runtime));
      Row.print("workers, text, 100,000 lines, ms", duel.fight(100, 41), 1e6, "1.4");
      sides.close();
    }
  }
}
