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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine hears of how long a batch took, by which it sizes the next. */
class BatchTimeTest {

  private static final long WHOLE_WAY = 1_000;

  private long told;

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

  private final class Engine implements BatchListener {
    @Override
    public boolean failed(Batch batch, ElementFailure failure) {
      return false;
    }

    @Override
    public void takenBack(Batch batch, int from, int to) {}

    @Override
    public void ended(Batch batch, long nanos) {
      told = nanos;
    }
  }

  // What a worker says is believed as far as it can be true.
  @ParameterizedTest
  @CsvSource({"7, 7", "1000, 1000", "5000, 1000", "0, 1", "-3, 1"})
  void isTheWorkersOwnAndNotThatOfTheWay(long said, long heard) {
    SimReplicas none =
        new SimReplicas(
            0, List.of(), actor -> false, () -> false, new SplittableRandom(1), event -> {});
    SimEngine inputs =
        new SimEngine(4, 1, List.of(SimPlace.PLAIN), none, new SplittableRandom(1), event -> {});
    Batch.Work work =
        new Batch.Work(SimPlace.PLAIN.chain, Start.FIRST, inputs, inputs, new Engine(), false);
    Gateway gateway = new Gateway(effects(), new GatewayOptions(1L << 60, 10, 3, 2, 1, 1, 0));
    gateway.handle(new OfWorker.Joined(1, "one", WorkerPool.PLAIN.name(), 1), 0);
    gateway.handle(new OfEngine.Submit(new Batch(work, 0, 4)), 0);
    Report nothing = new Report(1, 0, 0, 0, batch -> List.of());
    gateway.handle(new OfWorker.Ended(1, nothing, said), WHOLE_WAY);
    assertThat(told).isEqualTo(heard);
  }
}
