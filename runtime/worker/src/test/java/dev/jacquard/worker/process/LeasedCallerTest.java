package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.testing.ConformanceTasks;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.worker.gateway.WorkerLease;
import dev.jacquard.worker.grpc.ConformanceCode;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeasedCallerTest {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final WorkerLease lease = new WorkerLease(LEASE.toNanos(), clock.nanos());
  private final AtomicInteger ends = new AtomicInteger();
  private final LeasedCaller caller =
      new LeasedCaller(TaskCaller.DIRECT, lease, clock, ends::incrementAndGet);
  private final TaskPlan task =
      ((ChainStage.Call) ConformanceCode.chain(ConformanceTasks.Increment.class).stages().get(0))
          .task();

  @Test
  void startsCallsWhileItsLeaseLasts() throws Throwable {
    clock.advance(LEASE.multipliedBy(8).dividedBy(10));
    assertThat(caller.call(task, null, new Object[] {1})).isEqualTo(2);
    assertThat(ends).hasValue(0);
  }

  @Test
  void startsNothingAfterItsOwnDeadlineWhichComesBeforeTheGateways() {
    clock.advance(LEASE.multipliedBy(9).dividedBy(10));
    assertThatThrownBy(() -> caller.call(task, null, new Object[] {1}))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> caller.create(ConformanceCode.actor(), new Object[] {1}))
        .isInstanceOf(CancellationException.class);
    assertThat(ends).hasValue(2);
  }

  @Test
  void heartbeatThatWasSeenCountsFromWhenItWasSent() throws Throwable {
    clock.advance(Duration.ofSeconds(5));
    long number = lease.heartbeat(clock.nanos());
    clock.advance(Duration.ofSeconds(3));
    lease.seen(number);
    clock.advance(Duration.ofSeconds(5));
    assertThat(caller.call(task, null, new Object[] {1})).isEqualTo(2);
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> caller.call(task, null, new Object[] {1}))
        .isInstanceOf(CancellationException.class);
  }
}
