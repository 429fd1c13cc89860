package dev.jacquard.cli.progress;

import dev.jacquard.kubernetes.pool.PoolPods;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the pods of a pool stand: {@code pods plain: 3 waiting (reason), 2 starting, 5 serving}. */
final class PodsText {

  private PodsText() {}

  static String of(PoolPods pods) {
    return "pods " + pods.pool() + ": " + counts(pods);
  }

  private static String counts(PoolPods pods) {
    String reason = pods.reason().isEmpty() ? "" : " (" + line(pods.reason()) + ")";
    String counts =
        Stream.of(
                pods.waiting() == 0 ? "" : part(pods.waiting(), "waiting") + reason,
                part(pods.starting(), "starting"),
                part(pods.serving(), "serving"),
                part(pods.leaving(), "leaving"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "none" : counts;
  }

  private static String part(int count, String word) {
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, word);
  }

  /** Kubernetes' words may have lines of their own, and must not move the cursor. */
  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
  }
}
