package dev.jacquard.examples.language;

import dev.jacquard.NonRetryableException;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Retries: a failed attempt is made again after a wait that doubles, for the exceptions named. */
public final class Retries {

  private Retries() {}

  /** Returns the number that stands in a file which another program is about to write. */
  @Workflow
  public static int await(String file) throws IOException {
    String text = read(file);
    return parse(text);
  }

  @Task(
      retries = 3,
      backoff = "20ms",
      retryOn = IOException.class,
      noRetryOn = AccessDeniedException.class)
  static String read(String file) throws IOException {
    return Files.readString(Path.of(file)).strip();
  }

  @Task(retries = 1, backoff = "20ms")
  static int parse(String text) {
    if (text.isEmpty()) {
      throw new NonRetryableException("an empty file will not get better");
    }
    return Integer.parseInt(text);
  }
}
