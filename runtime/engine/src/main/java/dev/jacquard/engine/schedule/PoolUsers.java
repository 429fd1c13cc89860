package dev.jacquard.engine.schedule;

import dev.jacquard.engine.pool.Pool;
import dev.jacquard.engine.pool.PoolTally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The executions that hold one pool, which are told how it stands. */
final class PoolUsers {

  private static final long PAUSE_NANOS = 100_000_000L;

  private final Map<ExecutionRun, Integer> holds = new LinkedHashMap<>();
  private @Nullable PoolTally told;
  private long toldAt;

  void add(ExecutionRun execution, PoolTally tally) {
    if (tally.starting() + tally.idle() + tally.busy() > 0) {
      execution.tell(() -> new Notice.PoolChanged(tally));
    }
    holds.merge(execution, 1, Integer::sum);
  }

  /** Returns whether nobody is left. */
  boolean remove(ExecutionRun execution) {
    holds.computeIfPresent(execution, (run, count) -> count == 1 ? null : count - 1);
    return holds.isEmpty();
  }

  void tell(Supplier<Notice> notice) {
    holds.keySet().forEach(execution -> execution.tell(notice));
  }

  /** Tells of replicas that come and go at once, and of what they do ten times a second at most. */
  void changed(Pool pool, long now) {
    PoolTally tally = pool.tally();
    if (told == null || !sameReplicas(told, tally) || now - toldAt >= PAUSE_NANOS) {
      told = tally;
      toldAt = now;
      tell(() -> new Notice.PoolChanged(tally));
    }
  }

  private static boolean sameReplicas(PoolTally one, PoolTally other) {
    return one.starting() == other.starting()
        && one.idle() + one.busy() == other.idle() + other.busy();
  }
}
