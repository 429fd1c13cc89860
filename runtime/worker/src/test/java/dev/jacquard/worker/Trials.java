package dev.jacquard.worker;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.TaskContext;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Workflows that the tests run on real worker processes. */
public final class Trials {

  private Trials() {}

  /** A value with parts. */
  public record Point(String name, double x, List<Long> weights) {}

  @Task
  static int twice(int number) {
    return 2 * number;
  }

  @Task
  static Point move(Point point, double by) {
    return new Point(point.name() + "!", point.x() + by, point.weights());
  }

  @Task
  static String where(int number) {
    TaskContext context = TaskContext.current();
    return context.elementIndex().getAsInt()
        + " "
        + context.attempt()
        + " "
        + context.idempotencyKey().replaceFirst("^[^/]*", "")
        + " "
        + ProcessHandle.current().pid();
  }

  @Task
  static int failAtThree(int number) throws IOException {
    if (number == 3) {
      throw new IOException("three", new IllegalStateException("below"));
    }
    return number;
  }

  @Task(retries = 2, backoff = "1ms")
  static int secondTime(int number) {
    if (TaskContext.current().attempt() == 1) {
      throw new IllegalStateException("first");
    }
    return number + 1;
  }

  @Task
  static int pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  @Task
  static int halt(int number) {
    if (number == 3) {
      Runtime.getRuntime().halt(77);
    }
    return number;
  }

  // Long enough that each call is given by itself.
  @Task
  static long steadily(int number) throws InterruptedException {
    Thread.sleep(21);
    return ProcessHandle.current().pid();
  }

  @Task(isolated = true)
  static long alone(int number) {
    return ProcessHandle.current().pid();
  }

  @Task(
      environment = "COLOUR=blue",
      secrets = "PATH",
      resources = @Resources(cpu = "1500m", memory = "100Mi"))
  static String surroundings(int number) {
    return System.getenv("COLOUR")
        + " "
        + Runtime.getRuntime().availableProcessors()
        + " "
        + (Runtime.getRuntime().maxMemory() >> 20)
        + " "
        + TaskContext.current().secret("PATH").equals(System.getenv("PATH"));
  }

  @Task
  static String colour(int number) {
    return String.valueOf(System.getenv("COLOUR"));
  }

  @Task
  static String unnamedSecret(int number) {
    return TaskContext.current().secret("PATH");
  }

  @Task(timeout = "1s", retries = 1, backoff = "1ms")
  static int deaf(int number) {
    while (number == 3 && TaskContext.current().attempt() == 1) {
      Thread.interrupted();
    }
    return number;
  }

  @Task
  static int dozeAndHalt(int number) throws InterruptedException {
    Thread.sleep(900);
    Runtime.getRuntime().halt(77);
    return number;
  }

  @Task
  static int greedy(int number) {
    if (number == 3) {
      List<long[]> all = new ArrayList<>();
      while (all.size() < 1 << 20) {
        all.add(new long[1 << 20]);
      }
    }
    return (int) ProcessHandle.current().pid();
  }

  @Workflow
  public static int one(int number) {
    return twice(number);
  }

  @Workflow
  public static List<Integer> doubled(List<Integer> numbers) {
    return map(numbers, n -> twice(n));
  }

  @Workflow
  public static List<Point> moved(List<Point> points, double by) {
    return map(points, p -> move(move(p, by), 1.0));
  }

  @Workflow
  public static List<String> places(List<Integer> numbers) {
    return map(numbers, n -> where(n));
  }

  @Workflow
  public static List<Integer> failing(List<Integer> numbers) throws IOException {
    return map(numbers, n -> failAtThree(n));
  }

  @Workflow
  public static List<Integer> retried(List<Integer> numbers) {
    return map(numbers, n -> secondTime(twice(n)));
  }

  @Workflow
  public static List<Integer> paused(List<Integer> millis) throws InterruptedException {
    return map(millis, m -> pause(m), concurrency(10));
  }

  @Workflow
  public static List<Integer> halted(List<Integer> numbers) {
    return map(numbers, n -> halt(n));
  }

  @Workflow
  public static List<Long> processes(List<Integer> numbers) throws InterruptedException {
    return map(numbers, n -> steadily(n));
  }

  @Workflow
  public static List<Long> isolated(List<Integer> numbers) {
    return map(numbers, n -> alone(n));
  }

  @Workflow
  public static List<String> surrounded(List<Integer> numbers) {
    return map(numbers, n -> surroundings(n) + " " + colour(n));
  }

  @Workflow
  public static String secretNotNamed(int number) {
    return unnamedSecret(number);
  }

  @Workflow
  public static List<Integer> deafOnes(List<Integer> numbers) {
    return map(numbers, n -> deaf(n));
  }

  @Workflow
  public static int dozing(int number) throws InterruptedException {
    return dozeAndHalt(number);
  }

  @Workflow
  public static int greedyOne(int number) {
    return greedy(number);
  }
}
