package dev.jacquard.kubernetes;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;

/** Workflows that the tests run on pods. */
public final class PodTrials {

  private static final int CHUNK = 1 << 18;

  private PodTrials() {}

  @Task
  static int doubled(int number) {
    return 2 * number;
  }

  /** Takes its time, and says in which pod it was. */
  @Task
  static String podAfter(int number, int millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
    return number + "@" + System.getenv("JACQUARD_POD");
  }

  @Task(isolated = true)
  static String podAlone(int number) {
    return System.getenv("JACQUARD_POD");
  }

  /** Uses memory beside the heap, as much as there is. */
  @Task(resources = @Resources(memory = "200Mi"))
  static int hog(int number) {
    List<Deflater> kept = new ArrayList<>();
    byte[] in = new byte[CHUNK];
    byte[] out = new byte[CHUNK];
    while (kept.size() < Integer.MAX_VALUE) {
      Deflater deflater = new Deflater();
      deflater.setInput(in);
      deflater.deflate(out);
      kept.add(deflater);
    }
    return kept.size() + number;
  }

  @Task(resources = @Resources(cpu = "900"))
  static int greedy(int number) {
    return number;
  }

  @Task(image = "jacquard.test/nowhere:1")
  static int elsewhere(int number) {
    return number;
  }

  @Task(secrets = "DB_PASSWORD", environment = "COLOR=blue")
  static String told(int number) {
    return System.getenv("COLOR") + " " + System.getenv("DB_PASSWORD");
  }

  @Workflow
  public static List<Integer> doubles(List<Integer> numbers) {
    return map(numbers, n -> doubled(n));
  }

  @Workflow
  public static List<String> pods(List<Integer> numbers, int millis) throws InterruptedException {
    return map(numbers, n -> podAfter(n, millis));
  }

  @Workflow
  public static List<String> actors(List<Integer> numbers, int millis) throws InterruptedException {
    SlowActor actor = new SlowActor();
    return map(numbers, n -> actor.podAfter(n, millis));
  }

  @Workflow
  public static List<String> alone(List<Integer> numbers) {
    return map(numbers, n -> podAlone(n), concurrency(3));
  }

  @Workflow
  public static int hogs(int number) {
    return hog(number);
  }

  @Workflow
  public static int tooMuch(int number) {
    return greedy(number);
  }

  @Workflow
  public static int noImage(int number) {
    return elsewhere(number);
  }

  @Workflow
  public static String secret(int number) {
    return told(number);
  }
}
