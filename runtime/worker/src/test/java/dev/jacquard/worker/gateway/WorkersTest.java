package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.Start;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is best is known without looking at all; here it is compared with who looks at all. */
class WorkersTest {

  private static final List<WorkerPool> POOLS = List.of(WorkerPool.PLAIN, SimPlace.TINTED.pool);
  private static final int STEPS = 5_000;

  private final SplittableRandom random = new SplittableRandom(1804);
  private final Workers workers = new Workers();
  private final List<Assignment> assignments = new ArrayList<>();
  private long numbers;

  @Test
  void bestOfManyIsTheOneThatALookAtAllWouldFind() {
    for (int step = 0; step < STEPS; step++) {
      change();
      for (WorkerPool pool : POOLS) {
        assertThat(workers.mostFree(pool)).isSameAs(mostFree(pool));
        assertThat(workers.leastBusy(pool)).isSameAs(leastBusy(pool));
        assertThat(workers.none(pool)).isEqualTo(of(pool).findAny().isEmpty());
        assertThat(workers.busy(pool))
            .isEqualTo(of(pool).filter(session -> session.busy() > 0).count());
      }
    }
  }

  private void change() {
    WorkerPool pool = POOLS.get(random.nextInt(POOLS.size()));
    Session some = of(pool).skip(random.nextInt(10)).findFirst().orElse(null);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        long id = ++numbers;
        workers.add(new Session(id, "worker-" + id, pool.name(), 1 + random.nextInt(3)));
      }
      case 2 -> {
        if (some != null) {
          workers.remove(some);
        }
      }
      case 3 -> {
        if (some != null) {
          some.takesNoMore();
        }
      }
      case 4, 5, 6, 7 -> begin(workers.mostFree(pool));
      case 8 -> begin(workers.leastBusy(pool));
      default -> end();
    }
  }

  private void begin(@Nullable Session session) {
    if (session != null) {
      Assignment assignment = assignment(session);
      assignments.add(assignment);
      workers.give(assignment);
    }
  }

  private void end() {
    if (!assignments.isEmpty()) {
      workers.take(assignments.remove(random.nextInt(assignments.size())));
    }
  }

  private Assignment assignment(Session session) {
    SimEngine engine =
        new SimEngine(1, 1, List.of(SimPlace.PLAIN), NO_REPLICAS, random, event -> {});
    Batch batch =
        new Batch(
            new Batch.Work(SimPlace.PLAIN.chain, Start.FIRST, engine, engine, engine, false), 0, 1);
    return new Assignment(
        ++numbers, session, new Delivery(batch, null, WorkerPool.PLAIN), 1, false, 0);
  }

  private static final SimReplicas NO_REPLICAS =
      new SimReplicas(
          0, List.of(), actor -> false, () -> false, new SplittableRandom(1), event -> {});

  private Stream<Session> of(WorkerPool pool) {
    return workers.all().stream().filter(session -> session.serves(pool));
  }

  private @Nullable Session mostFree(WorkerPool pool) {
    return of(pool)
        .filter(session -> session.takesWork() && session.free() > 0)
        .min(Comparator.comparingInt(session -> -session.free()))
        .orElse(null);
  }

  private @Nullable Session leastBusy(WorkerPool pool) {
    return of(pool)
        .filter(Session::takesWork)
        .min(Comparator.comparingInt(Session::busy))
        .orElse(null);
  }
}
