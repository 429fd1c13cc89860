package shop;

import dev.jacquard.Task;
import java.util.List;

/** The tasks, apart from the workflows that call them. */
public final class Pricing {

  private Pricing() {}

  @Task(retries = 1, timeout = "30s")
  static long cents(Line line) {
    return line.price() instanceof Fixed fixed ? fixed.cents() * line.pieces() : 0;
  }

  @Task
  static long sum(List<Long> cents) {
    return cents.stream().mapToLong(Long::longValue).sum();
  }

  @Task(effects = true)
  static String send(Order order, long cents) {
    return order.id() + " for " + cents;
  }
}
