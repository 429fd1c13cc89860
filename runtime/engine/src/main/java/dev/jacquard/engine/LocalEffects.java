package dev.jacquard.engine;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.schedule.Effects;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import dev.jacquard.engine.schedule.Notice;
import dev.jacquard.engine.time.EngineClock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Lets the scheduler's decisions happen in this process. */
final class LocalEffects implements Effects {

  private final Backend backend;
  private final EngineClock clock;
  private final EventLoop loop;
  private final RandomGenerator random;

  LocalEffects(Backend backend, EngineClock clock, EventLoop loop, RandomGenerator random) {
    this.backend = backend;
    this.clock = clock;
    this.loop = loop;
    this.random = random;
  }

  @Override
  public void submit(Batch batch) {
    backend.submit(batch);
  }

  @Override
  public void cancel(Batch batch) {
    backend.cancel(batch);
  }

  @Override
  public void takeBack(Batch batch) {
    backend.takeBack(batch);
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    backend.create(replica, listener);
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    backend.retire(replica, listener);
  }

  @Override
  public void post(Event event) {
    loop.post(event);
  }

  @Override
  public Timer at(long nanos, Event event) {
    return clock.at(nanos, () -> loop.post(event))::cancel;
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  public void tell(ExecutionRun execution, Supplier<Notice> notice) {
    if (execution.client() instanceof LocalExecution<?> told) {
      told.tell(notice);
    }
  }

  @Override
  public void finished(ExecutionRun execution, Conclusion conclusion) {
    if (execution.client() instanceof LocalExecution<?> ended) {
      ended.finish(conclusion);
    }
  }
}
