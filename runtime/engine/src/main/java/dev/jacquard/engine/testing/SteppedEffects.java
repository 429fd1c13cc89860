package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.schedule.Effects;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import dev.jacquard.engine.schedule.Notice;
import dev.jacquard.engine.schedule.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets the scheduler's decisions happen in one thread, one event after another. */
final class SteppedEffects implements Effects {

  private final Backend backend;
  private final ManualClock clock;
  private final RandomGenerator random;
  private final Deque<Event> mailbox = new ArrayDeque<>();
  private @Nullable Scheduler scheduler;
  private final Map<ExecutionRun, Conclusion> conclusions = new HashMap<>();

  SteppedEffects(Backend backend, ManualClock clock, RandomGenerator random) {
    this.backend = backend;
    this.clock = clock;
    this.random = random;
  }

  void start(Scheduler by) {
    scheduler = by;
  }

  /** Goes on until so many executions have ended. */
  void runToEnd(int executions) {
    while (conclusions.size() < executions) {
      if (!step()) {
        throw new IllegalStateException(
            "An execution must go on or end; found it stuck, with nothing under way.");
      }
    }
  }

  /** Goes on until nothing is under way: what is kept for a while has been let go of. */
  void runOut() {
    while (step()) {}
  }

  private boolean step() {
    Event event = mailbox.poll();
    if (event != null && scheduler != null) {
      scheduler.handle(event, clock.nanos());
      return true;
    }
    return clock.advanceToNextAlarm();
  }

  Conclusion conclusion(ExecutionRun execution) {
    return Objects.requireNonNull(conclusions.get(execution));
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
    mailbox.add(event);
  }

  @Override
  public Timer at(long nanos, Event event) {
    return clock.at(nanos, () -> post(event))::cancel;
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  public void tell(ExecutionRun execution, Supplier<Notice> notice) {}

  @Override
  public void finished(ExecutionRun execution, Conclusion reached) {
    if (conclusions.put(execution, reached) != null) {
      throw new IllegalStateException("An execution must end once; found it ended twice.");
    }
  }
}
