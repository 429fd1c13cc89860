package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.name;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/**
 * {@code map}: the body runs for many elements at once and sees the locals around it; the limit on
 * how many at once may be a value of the workflow.
 */
public final class MapWithCaptures {

  private MapWithCaptures() {}

  /** Returns the prices in another currency, with the bank's fee. */
  @Workflow
  public static List<Long> convert(List<Long> prices, String currency, int atOnce) {
    int rate = rate(currency);
    long fee = rate / 100;
    return map(
        prices,
        price -> {
          long converted = multiply(price, rate);
          return converted + fee;
        },
        concurrency(atOnce),
        name("converted"));
  }

  @Task
  static int rate(String currency) {
    if (currency.length() != 3) {
      throw new IllegalArgumentException("no currency: " + currency);
    }
    return currency.charAt(0) * 10;
  }

  @Task
  static long multiply(long price, int rate) {
    return Math.multiplyExact(price, rate);
  }
}
