package dev.jacquard.server;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.BlobRef;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Workflows that are run from afar. */
public final class Remote {

  private Remote() {}

  @Task
  static int twice(int number) {
    return 2 * number;
  }

  @Task
  static boolean awaited(String file) {
    while (!Files.exists(Path.of(file))) {
      LockSupport.parkNanos(5_000_000);
      if (Thread.interrupted()) {
        return false;
      }
    }
    return true;
  }

  @Task
  static int parse(String text) {
    return Integer.parseInt(text);
  }

  @Task
  static BlobRef shout(BlobRef text) throws IOException {
    try (InputStream bytes = text.open()) {
      String loud = new String(bytes.readAllBytes(), UTF_8).toUpperCase(Locale.ROOT);
      return BlobRef.of(loud.getBytes(UTF_8));
    }
  }

  /** Doubles all. */
  @Workflow
  public static List<Integer> doubled(List<Integer> numbers) {
    return map(numbers, n -> twice(n), concurrency(4));
  }

  /** Fails at what is no number. */
  @Workflow
  public static List<Integer> parsed(List<String> texts) {
    return map(texts, text -> parse(text));
  }

  /** Doubles all when a file is there. */
  @Workflow
  public static List<Integer> doubledAfter(String file, List<Integer> numbers) {
    boolean there = awaited(file);
    if (there) {
      return map(numbers, n -> twice(n));
    }
    return List.of();
  }

  /** Returns what is loud. */
  @Workflow
  public static List<BlobRef> loud(List<BlobRef> texts) throws IOException {
    return map(texts, text -> shout(text));
  }

  /** Returns nothing. */
  @Workflow
  public static void nothing(int number) {
    twice(number);
  }
}
