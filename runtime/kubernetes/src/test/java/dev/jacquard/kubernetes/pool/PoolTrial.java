package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A pool that has been claimed, a clock that stands, and what the pool has asked for. */
abstract class PoolTrial {

  static final long SECOND = 1_000_000_000L;
  static final PodTrouble FULL = new PodTrouble.Unschedulable("0/1 nodes are available.");

  final List<String> done = new ArrayList<>();
  final PodPool pool =
      new PodPool(
          new WrittenEffects(done),
          Patience.of(Duration.ofMinutes(5)),
          Inheritance.of(Duration.ofSeconds(10), Duration.ofMinutes(1)));
  long now;

  @BeforeEach
  void ask() {
    handle(new PodEvent.Claimed("like this"));
  }

  void handle(PodEvent... events) {
    for (PodEvent event : events) {
      pool.handle(event, now);
    }
  }

  static String name(int index) {
    return "pod-" + index;
  }

  static PodEvent running(int index) {
    return new PodEvent.Seen(new PodId(1, index), name(index), true, null);
  }

  static PodEvent troubled(int index, @Nullable PodTrouble trouble) {
    return new PodEvent.Seen(new PodId(1, index), name(index), false, trouble);
  }

  static PodEvent serving(int index) {
    return new PodEvent.Serving(name(index));
  }

  static PodEvent ended(int index, PodEnd end) {
    return new PodEvent.Ended(new PodId(1, index), name(index), end);
  }

  static PodEvent needed(int count) {
    return new PodEvent.Needed(count);
  }
}
