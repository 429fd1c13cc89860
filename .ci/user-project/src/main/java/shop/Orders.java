package shop;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Prices an order, and has somebody look at it when it is large. */
public final class Orders {

  private Orders() {}

  /** An article and how many of it. */
  public record Line(String article, int amount) {}

  /** What became of an order; the total is in cents. */
  public record Verdict(long total, String decision) {}

  /** Returns the total of the lines and what was decided. */
  @Workflow
  public static Verdict decide(List<Line> lines, @Default("10000") long limit) {
    List<Long> prices = map(lines, line -> price(line.article(), line.amount()));
    long total = sum(prices);
    if (total > limit) {
      return new Verdict(total, askSomebody(total));
    }
    return new Verdict(total, "accepted");
  }

  @Task(retries = 2, backoff = "100ms")
  static long price(String article, int amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount must be positive; found " + amount + " of " + article);
    }
    return 100L * article.length() * amount;
  }

  @Task
  static long sum(List<Long> prices) {
    return prices.stream().mapToLong(Long::longValue).sum();
  }

  @Task(effects = true)
  static String askSomebody(long total) {
    return "waits for approval of " + total;
  }
}
