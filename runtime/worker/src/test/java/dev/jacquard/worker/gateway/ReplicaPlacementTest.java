package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.gateway.GatewayEvent.OfEngine;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.grpc.ConformanceCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which worker gets which replica, and who is taken for whom. */
class ReplicaPlacementTest {

  private static final long LEASE = 1_000_000_000L;
  private static final long PATIENCE = 100;
  private static final int VAIN_STARTS = 6;

  private final GatewayRecorder recorder = new GatewayRecorder();
  private final Gateway gateway =
      new Gateway(recorder, new GatewayOptions(LEASE, 10, 3, VAIN_STARTS, 2, 2, PATIENCE));

  private void join(long worker, String instance, String pool) {
    gateway.handle(new OfWorker.Joined(worker, instance, pool, 1), 0);
  }

  private void create(int count) {
    create(count, ConformanceCode.actor());
  }

  private void create(int count, ActorPlan actor) {
    for (int i = 1; i <= count; i++) {
      Replica replica = Replica.apart(i, actor, List.of(1));
      gateway.handle(new OfEngine.Create(replica, recorder), 0);
    }
  }

  @Test
  void firstWorkerDoesNotGetTheShareOfThoseThatAreStillStarting() {
    create(4);
    join(1, "one", "plain");
    assertThat(recorder.makers).containsExactly(1L, 1L);
    join(2, "two", "plain");
    assertThat(recorder.makers).containsExactly(1L, 1L, 2L, 2L);
  }

  @Test
  void replicaWaitsNoLongerThanItsPatienceForAnotherWorker() {
    create(4);
    join(1, "one", "plain");
    gateway.handle(new GatewayEvent.Tick(), PATIENCE);
    assertThat(recorder.makers).containsExactly(1L, 1L, 1L, 1L);
  }

  @Test
  void workersOfTwoPoolsAreTwoHoweverTheyAreCalled() {
    join(1, "same", "plain");
    join(2, "same", "isolated");
    assertThat(gateway.sessions()).extracting(Session::id).containsExactly(1L, 2L);
    join(3, "same", "plain");
    assertThat(gateway.sessions()).extracting(Session::id).containsExactly(2L, 3L);
  }

  @Test
  void replicasOfOtherPoolsAreNoReasonToCrowdAWorker() {
    create(2, SimPlace.TINTED.actor);
    create(2);
    join(1, "one", "plain");
    assertThat(recorder.makers).containsExactly(1L);
  }

  @Test
  void workerGetsNoMoreReplicasThanItHasRoomForHoweverLongTheyWait() {
    create(SimPlace.REPLICAS, SimPlace.LARGE.actor);
    join(1, "one", WorkerPool.ofProcesses(SimPlace.LARGE.actor, 2).name());
    gateway.handle(new GatewayEvent.Tick(), PATIENCE);
    assertThat(recorder.makers).containsExactly(1L, 1L);
  }

  @Test
  void replicaThatFindsNoRoomIsReasonForAnotherWorker() {
    create(1, SimPlace.LARGE.actor);
    join(1, "one", WorkerPool.ofProcesses(SimPlace.LARGE.actor, 2).name());
    create(1, SimPlace.LARGE.actor);
    assertThat(recorder.counts).containsExactly(1);
    create(1, SimPlace.LARGE.actor);
    assertThat(recorder.counts).containsExactly(1, 2);
  }

  @Test
  void replicaWithoutRoomFailsWhenNoOtherWorkerWillCome() {
    String pool = WorkerPool.ofProcesses(SimPlace.LARGE.actor, 2).name();
    create(3, SimPlace.LARGE.actor);
    join(1, "one", pool);
    for (int i = 0; i < VAIN_STARTS; i++) {
      assertThat(recorder.causes).isEmpty();
      gateway.handle(new GatewayEvent.Exited(pool, "vain" + i, "no memory"), 0);
    }
    assertThat(recorder.causes).singleElement().asString().endsWith("no memory");
  }

  @Test
  void replicasThatNeedRoomShareItWithNoOtherActor() {
    assertThat(WorkerPool.ofProcesses(SimPlace.LARGE.actor, 1)).isNotEqualTo(SimPlace.LARGE.pool);
    assertThat(WorkerPool.ofProcesses(SimPlace.TINTED.actor, 1)).isEqualTo(SimPlace.TINTED.pool);
    assertThat(WorkerPool.ofProcesses(SimPlace.PLAIN.actor, 1)).isEqualTo(WorkerPool.PLAIN);
  }
}
