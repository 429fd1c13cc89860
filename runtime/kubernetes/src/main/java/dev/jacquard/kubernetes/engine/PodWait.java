package dev.jacquard.kubernetes.engine;

import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.Patience;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has patience with an engine's pod: with each thing that stands in its way as long as that is
 * worth it, and says what it is. Not thread-safe.
 */
final class PodWait {

  private final Patience patience;
  private final Consumer<String> news;
  private @Nullable PodTrouble trouble;
  private final long start;
  private long since;

  /**
   * Begins to wait.
   *
   * @param news is told what stands in the way, a line for each
   */
  PodWait(Patience patience, Consumer<String> news, long now) {
    this.patience = patience;
    this.news = news;
    this.start = now;
    this.since = now;
  }

  /**
   * Nothing has come yet.
   *
   * @param found what stands in the way; null: nothing is known
   * @throws ClusterException if it has stood there for too long
   */
  void look(@Nullable PodTrouble found, long now) {
    if (!isSame(found)) {
      trouble = found;
      since = now;
      if (found != null) {
        news.accept("the engine's pod waits: " + found.brief());
      }
    }
    if (now - start > patience.withoutAReason().toNanos()) {
      throw new ClusterException(
          "The engine's pod must be ready in time; in %d minutes it was not%s."
              .formatted(
                  patience.withoutAReason().toMinutes(),
                  found == null ? "" : ", for this at last: " + found.brief()),
          null);
    }
    long longest = found == null ? patience.room().toNanos() : patience.nanos(found);
    if (now - since > longest) {
      throw new ClusterException(
          found == null
              ? "The engine's pod must be ready in time; found that it is not, and its status does not say why:"
                  + " see kubectl describe pod, or wait longer with --patience."
              : "The engine's pod must start; found: " + found.words(),
          null);
    }
  }

  /** Its words may change while it stands there. */
  private boolean isSame(@Nullable PodTrouble found) {
    PodTrouble before = trouble;
    if (found == null) {
      return before == null;
    }
    return before != null && found.getClass().equals(before.getClass());
  }
}
