package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Effects: a {@code void} task and one with {@code effects = true} keep their place in program
 * order, although no value ties them.
 */
public final class Effects {

  private Effects() {}

  /** Sells an article; what was done stands in the file, in order. */
  @Workflow
  public static void sell(String file, String article, int amount) throws IOException {
    int price = price(article);
    write(file, "reserve " + amount + " " + article);
    String receipt = charge(file, amount * price);
    write(file, "ship against " + receipt);
  }

  @Task
  static int price(String article) {
    if (article.isEmpty()) {
      throw new IllegalArgumentException("an article must have a name");
    }
    return article.length() * 100;
  }

  @Task(effects = true)
  static String charge(String file, int cents) throws IOException {
    if (cents > 10_000) {
      throw new IllegalStateException("the card was refused: " + cents);
    }
    write(file, "charge " + cents);
    return "receipt-" + cents;
  }

  @Task
  static void write(String file, String line) throws IOException {
    Files.writeString(
        Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
