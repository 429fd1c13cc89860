package shop;

import dev.jacquard.Task;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An application for tests; its graphs are made by hand in {@code dev.jacquard.cli.ShopSpecs}. */
public final class Shop {

  private Shop() {}

  @Task
  static boolean isAnomalous(int point, int threshold) {
    if (point < 0) {
      throw new IllegalArgumentException(
          "negative point: " + point, new ArithmeticException("below zero"));
    }
    return point > threshold;
  }

  @Task
  static int count(List<Boolean> flags) {
    return (int) flags.stream().filter(flag -> flag).count();
  }

  @Task
  static String page(int anomalies) {
    System.out.println("paging about " + anomalies);
    return "paged " + anomalies;
  }

  @Task
  static int size(List<String> lines) {
    return lines.size();
  }

  @Task
  static String describe(Order order, Color color, boolean urgent) {
    return order + " " + color + " " + urgent;
  }

  /** Heeds no interruption, and leaves a thread behind. */
  @Task
  static int hang(int point) {
    new Thread(() -> sleepOn(60)).start();
    sleepOn(point);
    return point;
  }

  private static void sleepOn(int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
      Thread.interrupted();
    }
  }
}
