package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.worker.gateway.GatewayEvent.OfEngine;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayEvent.Report;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the engine gets back of a batch whose worker is lost. */
class LossesTest {

  private static final String POOL = WorkerPool.PLAIN.name();
  private static final int VAIN_STARTS = 2;

  private final List<Integer> failed = new ArrayList<>();
  private final List<Integer> ended = new ArrayList<>();
  private final Gateway gateway =
      new Gateway(effects(), new GatewayOptions(1L << 60, 10, 3, VAIN_STARTS, 1, 1, 0));

  /** Sends all, to nobody. */
  private static GatewayEffects effects() {
    return (GatewayEffects)
        Proxy.newProxyInstance(
            GatewayEffects.class.getClassLoader(),
            new Class<?>[] {GatewayEffects.class},
            (proxy, method, arguments) ->
                arguments[arguments.length - 1] instanceof Assignment assignment
                    ? new GatewayEffects.Sent(assignment.to(), null)
                    : null);
  }

  /** Wants nothing after a failure. */
  private final class Engine implements BatchListener {
    @Override
    public boolean failed(Batch batch, ElementFailure failure) {
      failed.add(failure.index());
      return false;
    }

    @Override
    public void takenBack(Batch batch, int from, int to) {}

    @Override
    public void ended(Batch batch, long nanos) {
      ended.add(batch.next());
    }
  }

  @Test
  void whatALostWorkerHadClaimedIsGivenBackWhenItsBatchIsGivenUp() {
    SimReplicas none =
        new SimReplicas(
            0, List.of(), actor -> false, () -> false, new SplittableRandom(1), event -> {});
    SimEngine inputs =
        new SimEngine(4, 1, List.of(SimPlace.PLAIN), none, new SplittableRandom(1), event -> {});
    Batch.Work work =
        new Batch.Work(SimPlace.PLAIN.chain, Start.FIRST, inputs, inputs, new Engine(), false);
    gateway.handle(new OfWorker.Joined(1, "one", POOL, 1), 0);
    gateway.handle(new OfEngine.Submit(new Batch(work, 0, 4)), 0);
    gateway.handle(new OfWorker.Results(1, new Report(1, 0, 0, 3, batch -> List.of())), 0);
    gateway.handle(new GatewayEvent.Exited(POOL, "one", "killed"), 0);
    for (int i = 0; i < VAIN_STARTS; i++) {
      gateway.handle(new GatewayEvent.Exited(POOL, "vain" + i, "no memory"), 0);
    }
    assertThat(failed).containsExactly(0);
    assertThat(ended).containsExactly(1);
  }
}
