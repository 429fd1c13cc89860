package dev.jacquard.worker.fault;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Workflows whose calls leave a mark: in an effect log, or at a gate. */
public final class Marked {

  private Marked() {}

  @Task
  static int brief(int number, String log) throws InterruptedException {
    EffectLog.at(log).append(number);
    if (number % 10 == 0) {
      Thread.sleep(1);
    }
    return number;
  }

  // Longer than half of what the engine ever gives a batch, so that each batch has one element.
  @Task
  static int steady(int number, String log) throws InterruptedException {
    EffectLog.at(log).append(number);
    Thread.sleep(21);
    return number;
  }

  @Task
  static int gated(int number, String gate) throws InterruptedException {
    Gate.named(gate).pass(number);
    return 2 * number;
  }

  @Task
  static String echo(String text) {
    return text;
  }

  @Task
  static int length(String text) {
    return text.length();
  }

  @Task
  static String repeat(String text, int times) {
    return text.repeat(times);
  }

  @Task
  static String logged(int length, String log) {
    EffectLog.at(log).append(length);
    return "x".repeat(length);
  }

  @Task
  static int wait(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  @Task
  static int defy(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return millis;
  }

  @Workflow
  public static List<Integer> inBatches(List<Integer> numbers, String log)
      throws InterruptedException {
    return map(numbers, n -> brief(n, log));
  }

  @Workflow
  public static List<Integer> oneByOne(List<Integer> numbers, String log)
      throws InterruptedException {
    return map(numbers, n -> steady(n, log));
  }

  @Workflow
  public static List<Integer> throughGate(List<Integer> numbers, String gate)
      throws InterruptedException {
    return map(numbers, n -> gated(n, gate));
  }

  @Workflow
  public static List<String> echoes(List<String> texts) {
    return map(texts, t -> echo(t));
  }

  @Workflow
  public static int sent(String text) {
    return length(text);
  }

  @Workflow
  public static String received(String text, int times) {
    return repeat(text, times);
  }

  @Workflow
  public static String receivedOnce(int length, String log) {
    return logged(length, log);
  }

  @Workflow
  public static List<Integer> waits(List<Integer> millis) throws InterruptedException {
    return map(millis, m -> wait(m), concurrency(4));
  }

  @Workflow
  public static List<Integer> defiant(List<Integer> millis) {
    return map(millis, m -> defy(m));
  }
}
