package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** Early {@code return}: what stands below it does not run. */
public final class EarlyReturn {

  private EarlyReturn() {}

  /** Returns what became of an application for credit. */
  @Workflow
  public static String decide(String applicant, int amount) {
    if (amount <= 0) {
      return "nothing asked for";
    }
    int score = score(applicant);
    if (score < 300) {
      if (amount > 1_000) {
        return "declined";
      }
      amount = amount / 2;
    }
    return grant(applicant, amount);
  }

  @Task
  static int score(String applicant) {
    if (applicant.isBlank()) {
      throw new IllegalArgumentException("an applicant must have a name");
    }
    return applicant.length() * 100;
  }

  @Task(effects = true)
  static String grant(String applicant, int amount) {
    return applicant + " gets " + amount;
  }
}
