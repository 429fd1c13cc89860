package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** Locals may be assigned again, also in one arm only; {@code var} and compound assignment work. */
public final class Reassignment {

  private Reassignment() {}

  /** Returns what a customer pays, in cents. */
  @Workflow
  public static long checkout(int price, int amount, String voucher) {
    var total = subtotal(price, amount);
    var note = voucher;
    if (!voucher.isEmpty()) {
      int percent = percent(voucher);
      total -= total * percent / 100;
      note += " " + percent + " %";
    } else if (amount > 10) {
      total = subtotal(price - 1, amount);
    }
    total += note.length() > 9 ? 0 : 30;
    return receipt(total, note);
  }

  @Task
  static long subtotal(int price, int amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount must be positive; found " + amount);
    }
    return (long) price * amount;
  }

  @Task
  static int percent(String voucher) {
    return Integer.parseInt(voucher.substring(voucher.length() - 1)) * 10;
  }

  @Task
  static long receipt(long total, String note) {
    return total + note.length();
  }
}
