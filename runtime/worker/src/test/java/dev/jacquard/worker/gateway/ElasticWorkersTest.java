package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.testing.ConformanceTasks;
import dev.jacquard.spec.v1.WorkflowSpec;
import dev.jacquard.worker.gateway.GatewayEvent.OfEngine;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayEvent.Report;
import dev.jacquard.worker.grpc.ConformanceCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workers that are started as there is work for them, and let go when there is none. */
class ElasticWorkersTest {

  private static final long LEASE = 1_000_000_000_000L;
  private static final long IDLE = 10_000_000_000L;
  private static final int MOST = 3;

  private final GatewayRecorder recorder = new GatewayRecorder();
  private final Gateway gateway =
      new Gateway(
          recorder, GatewayOptions.of(LEASE, MOST, MOST).withElastic(new Elastic(MOST, IDLE)));

  private Batch submit(boolean wide) {
    return submit(ConformanceCode.chain(ConformanceTasks.Increment.class), wide);
  }

  private Batch submit(Chain chain, boolean wide) {
    Batch batch =
        new Batch(
            new Batch.Work(chain, Start.FIRST, recorder, recorder, recorder, wide), 0, 1, null);
    gateway.handle(new OfEngine.Submit(batch), 0);
    return batch;
  }

  /** A chain whose calls have a fresh worker each. */
  private static Chain isolated() {
    ConformanceCode shared = new ConformanceCode();
    String id = ConformanceTasks.Increment.class.getName() + ".run";
    Code code =
        new Code() {
          @Override
          public Optional<WorkflowSpec> spec(String workflowId) {
            WorkflowSpec.Builder spec = shared.spec(workflowId).orElseThrow().toBuilder();
            spec.getTasksBuilder(0).getPolicyBuilder().setIsolated(true);
            return Optional.of(spec.build());
          }

          @Override
          public ClassLoader loader() {
            return shared.loader();
          }
        };
    return Planner.plan(code, id).chain(0);
  }

  private Replica create(int id) {
    Replica replica = Replica.apart(id, ConformanceCode.actor(), List.of(1));
    gateway.handle(new OfEngine.Create(replica, recorder), 0);
    return replica;
  }

  private void join(long worker, String instance, String pool) {
    gateway.handle(new OfWorker.Joined(worker, instance, pool, 1), 0);
  }

  private Report report(int assignment) {
    return new Report(recorder.assigned.get(assignment).id(), 0, 1, 1, batch -> List.of(1));
  }

  private void result(int assignment, long worker) {
    gateway.handle(new OfWorker.Results(worker, report(assignment)), 1);
  }

  private void end(int assignment, long worker) {
    gateway.handle(new OfWorker.Ended(worker, report(assignment), 1), 1);
  }

  @Test
  void asManyAreAskedForAsThereIsWorkFor() {
    submit(false);
    submit(false);
    assertThat(recorder.needs).containsExactly("plain=1", "plain=2");
  }

  @Test
  void moreThanThereMayBeAreNotAskedFor() {
    for (int i = 0; i < 5; i++) {
      submit(false);
    }
    assertThat(recorder.needs).endsWith("plain=3").hasSize(3);
  }

  @Test
  void whatRunsCountsAndWhatHasEndedDoesNot() {
    submit(false);
    join(1, "one", "plain");
    submit(false);
    end(0, 1);
    assertThat(recorder.needs).containsExactly("plain=1", "plain=2", "plain=1");
    end(1, 1);
    assertThat(recorder.needs).endsWith("plain=0");
  }

  @Test
  void whatFollowsAResultNeedsNoWorkerBesidesTheOneThatIsAboutToBeFree() {
    submit(false);
    join(1, "one", "plain");
    result(0, 1);
    submit(false);
    end(0, 1);
    assertThat(recorder.assigned).hasSize(2);
    assertThat(recorder.needs).allMatch(need -> !need.endsWith("=2"));
  }

  @Test
  void whatFollowsTheResultOfAnIsolatedCallNeedsOneWorker() {
    submit(isolated(), false);
    join(1, "one", recorder.needs.get(0).replace("=1", ""));
    result(0, 1);
    submit(isolated(), false);
    end(0, 1);
    assertThat(recorder.told).last().isEqualTo("leaving");
    assertThat(recorder.needs).last().asString().endsWith("=1");
    assertThat(recorder.needs).allMatch(need -> !need.endsWith("=2"));
  }

  @Test
  void lostWorkersWorkIsStillNeededFor() {
    submit(false);
    join(1, "one", "plain");
    gateway.handle(new GatewayEvent.Exited("plain", "one", ""), 1);
    assertThat(recorder.leaving).containsExactly("one");
    assertThat(recorder.needs).endsWith("plain=1");
  }

  @Test
  void workersAreAskedForAnewAfterAFailure() {
    submit(false);
    gateway.handle(new GatewayEvent.Hopeless("plain", "No rights."), 1);
    assertThat(recorder.failures).hasSize(1);
    submit(false);
    assertThat(recorder.failures).hasSize(1);
    assertThat(recorder.needs).containsExactly("plain=1", "plain=0", "plain=1");
    gateway.handle(new GatewayEvent.Hopeless("plain", "No rights yet."), 2);
    assertThat(recorder.failures).hasSize(2);
  }

  @Test
  void whatWaitsFailsWhenTheLastWorkerLeavesAndNoOtherCanBeStarted() {
    join(1, "one", "plain");
    submit(false);
    submit(false);
    gateway.handle(new GatewayEvent.Hopeless("plain", "No rights."), 1);
    assertThat(recorder.failures).isEmpty();
    submit(false);
    gateway.handle(new OfWorker.Left(1), 2);
    assertThat(recorder.failures).containsExactly("No rights.", "No rights.", "No rights.");
    assertThat(recorder.needs).endsWith("plain=0");
  }

  @Test
  void workerThatConnectsAgainDoesNotLeave() {
    submit(false);
    join(1, "one", "plain");
    join(2, "one", "plain");
    assertThat(recorder.leaving).isEmpty();
    assertThat(recorder.needs).containsExactly("plain=1");
    gateway.handle(new GatewayEvent.Exited("plain", "one", ""), 1);
    assertThat(recorder.leaving).containsExactly("one");
  }

  @Test
  void workerThatHasHadNothingToDoForLongIsLetGo() {
    join(1, "one", "plain");
    gateway.handle(new GatewayEvent.Tick(), IDLE - 1);
    assertThat(recorder.drained).isEmpty();
    gateway.handle(new GatewayEvent.Tick(), IDLE);
    assertThat(recorder.drained).containsExactly(1L);
    assertThat(recorder.leaving).containsExactly("one");
  }

  @Test
  void workerThatHasDoneItsOnlyCallIsNotMissed() {
    submit(isolated(), false);
    join(1, "one", recorder.needs.get(0).replace("=1", ""));
    end(0, 1);
    assertThat(recorder.told).containsExactly("need 1", "need 0", "leaving");
  }

  @Test
  void workerThatIsLetGoGetsNothingNew() {
    join(1, "one", "plain");
    gateway.handle(new GatewayEvent.Tick(), IDLE);
    submit(false);
    assertThat(recorder.assigned).isEmpty();
    assertThat(recorder.needs).containsExactly("plain=1");
  }

  @Test
  void replicaHasAWorkerOfItsActorToItself() {
    create(1);
    create(2);
    assertThat(recorder.needs).hasSize(2);
    String pool = recorder.needs.get(1).replace("=2", "");
    assertThat(pool).startsWith("actor-counter-");
    join(1, "one", pool);
    gateway.handle(new GatewayEvent.Tick(), LEASE / 2);
    assertThat(recorder.homes).hasSize(1);
    join(2, "two", pool);
    assertThat(recorder.homes).hasSize(2);
  }

  @Test
  void replicasAreLimitedByTheirActorAlone() {
    for (int i = 1; i <= MOST + 1; i++) {
      create(i);
    }
    assertThat(recorder.needs.get(MOST)).endsWith("=" + (MOST + 1));
  }

  @Test
  void workerWhoseReplicaWasRetiredIsLetGoSoon() {
    Replica replica = create(1);
    String pool = recorder.needs.get(0).replace("=1", "");
    join(1, "one", pool);
    long home = recorder.homes.get(0).id();
    gateway.handle(new OfWorker.Made(1, home), 1);
    gateway.handle(new OfEngine.Retire(replica, recorder), 2);
    gateway.handle(new OfWorker.Closed(1, home), 3);
    assertThat(recorder.drained).isEmpty();
    gateway.handle(new GatewayEvent.Tick(), IDLE / 2);
    assertThat(recorder.drained).containsExactly(1L);
  }

  @Test
  void wideBatchesWaitForWorkersThatAreStillToCome() {
    submit(true);
    submit(true);
    join(1, "one", "plain");
    assertThat(recorder.assigned).hasSize(1);
    join(2, "two", "plain");
    assertThat(recorder.assigned).hasSize(2);
  }

  @Test
  void wideBatchesShareTheWorkersWhenNoneIsStillToCome() {
    for (int i = 1; i <= MOST; i++) {
      join(i, "number " + i, "plain");
    }
    for (int i = 0; i <= MOST; i++) {
      submit(true);
    }
    assertThat(recorder.assigned).hasSize(MOST + 1);
  }

  @Test
  void whatWaitsFailsWhenNoWorkerCanBeStarted() {
    submit(false);
    submit(false);
    gateway.handle(new GatewayEvent.Hopeless("plain", "The image must exist."), 1);
    assertThat(recorder.failures).containsExactly("The image must exist.", "The image must exist.");
  }

  @Test
  void whatAWorkerRanThatOthersHaveEndedIsNotSuspect() {
    submit(false);
    join(1, "one", "plain");
    gateway.handle(new GatewayEvent.Removed("plain", "one"), 1);
    join(2, "two", "plain");
    assertThat(recorder.assigned.get(1).careful()).isFalse();
  }
}
