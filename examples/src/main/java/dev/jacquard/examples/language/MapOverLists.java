package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/**
 * {@code map} over two and three lists: their elements go together, and their lengths must be
 * equal.
 */
public final class MapOverLists {

  private MapOverLists() {}

  /** Returns a line for each article. */
  @Workflow
  public static List<String> invoice(
      List<String> articles, List<Integer> amounts, List<Integer> cents) {
    List<Integer> totals = map(amounts, cents, MapOverLists::total);
    return map(articles, amounts, totals, (article, amount, total) -> line(article, amount, total));
  }

  @Task
  static int total(int amount, int cents) {
    return Math.multiplyExact(amount, cents);
  }

  @Task
  static String line(String article, int amount, int total) {
    if (amount < 0) {
      throw new IllegalArgumentException(article + ": " + amount);
    }
    return amount + " x " + article + ": " + total;
  }
}
