package dev.jacquard.worker.gateway;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether a worker may yet come: as long as not too many processes in a row ended before they
 * served.
 */
final class Hope {

  private final int vainStarts;
  private final Set<String> served = new HashSet<>();
  private int vain;
  private String lastWords = "";
  private String obstacle = "";

  Hope(int vainStarts) {
    this.vainStarts = vainStarts;
  }

  /** A worker serves. */
  void joined(String instance) {
    served.add(instance);
    vain = 0;
    obstacle = "";
  }

  /** A process has ended. */
  void exited(String instance, String words) {
    if (!served.remove(instance)) {
      vain++;
      lastWords = words;
    }
  }

  /** None can be started at all, until one is. */
  void giveUp(String reason) {
    obstacle = reason;
  }

  /** Somebody asks anew, where it may have been repaired in the meantime. */
  void renew() {
    vain = 0;
    obstacle = "";
  }

  boolean lost() {
    return vain >= vainStarts || !obstacle.isEmpty();
  }

  /** Why there is none. */
  String reason() {
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    return "Worker processes must start and connect; %d in a row ended before they did. The last said: %s"
        .formatted(vain, lastWords.isEmpty() ? "(nothing)" : lastWords);
  }
}
