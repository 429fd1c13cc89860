package dev.jacquard.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.testing.ConformanceTasks;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.worker.gateway.Gateway;
import dev.jacquard.worker.gateway.GatewayEffects;
import dev.jacquard.worker.gateway.GatewayEvent.OfEngine;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayOptions;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway that cannot handle an event. */
class GatewayLoopTest {

  private static final long LONG = TimeUnit.HOURS.toNanos(1);

  private final List<String> asked = new ArrayList<>();
  private final List<Throwable> told = new ArrayList<>();
  private final GatewayLoop loop = new GatewayLoop(new ManualClock(), LONG);

  GatewayLoopTest() {
    GatewayEffects full =
        (GatewayEffects)
            Proxy.newProxyInstance(
                GatewayEffects.class.getClassLoader(),
                new Class<?>[] {GatewayEffects.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName());
                  throw new OutOfMemoryError("Java heap space");
                });
    loop.start(new Gateway(full, GatewayOptions.of(LONG, 1, 1)));
    loop.onBreakdown(told::add);
  }

  private void join(long worker) {
    loop.post(new OfWorker.Joined(worker, "instance " + worker, "plain", 1));
  }

  @Test
  void whoeverWaitsIsToldAndNothingMoreIsDone() {
    join(1);
    assertThat(told).singleElement().isInstanceOf(OutOfMemoryError.class);
    int before = asked.size();
    join(2);
    assertThat(asked).hasSize(before);
    assertThat(told).hasSize(1);
  }

  @Test
  void whoeverAsksLaterIsToldToo() {
    join(1);
    List<Throwable> late = new ArrayList<>();
    loop.onBreakdown(late::add);
    assertThat(late).isEqualTo(told);
  }

  @Test
  @Timeout(30)
  void nothingIsHeldOfWhatWasUnderWay() throws InterruptedException {
    WeakReference<Batch> held = new WeakReference<>(submit());
    assertThat(told).hasSize(1);
    while (held.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
  }

  @Test
  @Timeout(30)
  void closingDoesNotWaitForWhatWillNeverEnd() {
    submit();
    assertThat(told).hasSize(1);
    loop.close(LONG, () -> {});
    assertThat(told).hasSize(1);
  }

  /** There is no worker for it, so one is asked for. */
  private Batch submit() {
    Batch batch = batch();
    loop.post(new OfEngine.Submit(batch));
    return batch;
  }

  private static Batch batch() {
    Chain chain = ConformanceCode.chain(ConformanceTasks.Increment.class);
    return new Batch(
        new Batch.Work(
            chain,
            Start.FIRST,
            nothing(Elements.class),
            nothing(CallSite.class),
            nothing(BatchListener.class),
            false),
        0,
        1,
        null);
  }

  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }
}
