package dev.jacquard.cli.progress;

import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionEvent.ReplicaFailed;
import dev.jacquard.engine.ExecutionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replicas that could not be made, in words: equal failures in one line, and lines once a second at
 * most. Thread-safe.
 */
final class ReplicaNews implements ExecutionListener {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private record Kind(String actor, String failure) {}

  private record Seen(int times, Optional<Duration> retryIn) {}

  private final Map<Kind, Seen> untold = new LinkedHashMap<>();
  private Duration next = Duration.ZERO;

  @Override
  public synchronized void on(ExecutionEvent event) {
    if (event instanceof ReplicaFailed failed) {
      Kind kind = new Kind(ProgressText.name(failed.actor()), failed.failure().toString());
      int before = untold.containsKey(kind) ? untold.get(kind).times() : 0;
      untold.put(kind, new Seen(before + 1, failed.retryIn()));
    }
  }

  /** Returns what has not been told yet, if it is time to tell. */
  synchronized List<String> take(Duration elapsed) {
    if (untold.isEmpty() || elapsed.compareTo(next) < 0) {
      return List.of();
    }
    next = elapsed.plus(PAUSE);
    List<String> lines = new ArrayList<>();
    untold.forEach((kind, seen) -> lines.add(line(kind, seen)));
    untold.clear();
    return lines;
  }

  private static String line(Kind kind, Seen seen) {
    String what =
        seen.times() == 1
            ? "a replica could not be made: "
            : "a replica could not be made, " + ProgressText.count(seen.times()) + " times: ";
    String then =
        seen.retryIn()
            .map(delay -> "; trying again in " + ProgressText.pause(delay))
            .orElse("; there is no other, and it is not tried again");
    return kind.actor() + ": " + what + ProgressText.firstLine(kind.failure()) + then;
  }
}
