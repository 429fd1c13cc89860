package dev.jacquard.server.service;

import com.google.protobuf.ByteString;
import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.FailureLocation;
import dev.jacquard.engine.BreakdownException;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.ValueType;
import dev.jacquard.server.v1.Ended;
import dev.jacquard.server.v1.Standing;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.server.v1.Update;
import dev.jacquard.server.wire.Endings;
import dev.jacquard.server.wire.Events;
import dev.jacquard.server.wire.Standings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution, and what is told of it. Whoever is slow misses events, and never the end.
 * Thread-safe.
 */
final class HostedExecution {

  /** How many updates are kept for who is slow, or comes back. */
  static final int MOST_UPDATES = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(HostedExecution.class);
  private static final long LONGEST_HEARING_SECONDS = 10;

  private final HostedRuntimes.Hosted hosted;
  private final CountDownLatch allHeard = new CountDownLatch(1);
  private final Deque<Update> updates = new ArrayDeque<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private volatile boolean broken;
  private boolean abandoned;
  private long number;
  private long unwatchedSince;
  private Standing standing = Standing.getDefaultInstance();
  private @Nullable Execution<@Nullable Object> execution;
  private @Nullable Ended ended;

  HostedExecution(HostedRuntimes.Hosted hosted, long now) {
    this.hosted = hosted;
    this.unwatchedSince = now;
  }

  /**
   * Starts it.
   *
   * @throws dev.jacquard.engine.plan.PlanException if its code is not complete
   * @throws IllegalArgumentException if the arguments are not those of the workflow
   */
  void start(StartRequest request) {
    List<@Nullable Object> arguments = new ArrayList<>();
    var plan = Planner.plan(hosted.code(), request.getWorkflow());
    if (plan.parameters().size() != request.getArgumentsCount()) {
      throw new IllegalArgumentException(
          "The workflow %s must be given %d arguments; found %d."
              .formatted(
                  request.getWorkflow(), plan.parameters().size(), request.getArgumentsCount()));
    }
    for (int i = 0; i < request.getArgumentsCount(); i++) {
      arguments.add(plan.parameters().get(i).type().decode(request.getArguments(i).toByteArray()));
    }
    Execution<@Nullable Object> started =
        hosted.opened().runtime().start(hosted.code(), request.getWorkflow(), arguments, this::on);
    synchronized (this) {
      execution = started;
    }
    Thread waiting = new Thread(() -> awaitEnd(started, plan.result()), "jacquard-execution");
    waiting.setDaemon(true);
    waiting.start();
  }

  /** Listeners hear a little later than whoever waits; what they hear is told before the end. */
  private void awaitEnd(Execution<@Nullable Object> started, @Nullable ValueType result) {
    Ended end = conclusion(started, result);
    try {
      if (!allHeard.await(LONGEST_HEARING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The end of execution {} was not heard by its listeners.", started.id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(end);
  }

  private Ended conclusion(Execution<@Nullable Object> execution, @Nullable ValueType result) {
    try {
      Object value = execution.await();
      return Endings.succeeded(
          result == null ? ByteString.EMPTY : ByteString.copyFrom(result.encode(value)));
    } catch (ExecutionFailedException e) {
      broken = e.getCause() instanceof BreakdownException;
      return Endings.failed(e);
    } catch (CancellationException | InterruptedException e) {
      return Endings.cancelled();
    } catch (RuntimeException | Error e) { // its result cannot be told; that can
      FailureLocation whole = new FailureLocation(execution.workflow(), "", List.of(), 0);
      return Endings.failed(new ExecutionFailedException(whole, Failure.of(e), e));
    }
  }

  private void end(Ended end) {
    if (!broken) {
      hosted.close();
    }
    synchronized (this) {
      ended = end;
      add(Update.newBuilder().setEnded(end));
    }
    if (broken) {
      hosted.discard(); // its pods would go on with what nobody waits for
    }
  }

  private synchronized void on(ExecutionEvent event) {
    add(Update.newBuilder().setEvent(Events.toProto(event)));
    if (event instanceof ExecutionEvent.ExecutionFinished) {
      allHeard.countDown();
    }
  }

  private void add(Update.Builder update) {
    updates.addLast(update.setNumber(++number).build());
    if (updates.size() > MOST_UPDATES) {
      updates.removeFirst();
    }
    Update told = updates.getLast();
    watchers.forEach(watcher -> watcher.tell(told));
  }

  /** Tells those who watch how it stands, if that has changed. */
  void tellStanding() {
    Execution<@Nullable Object> running;
    synchronized (this) {
      running = ended == null && !watchers.isEmpty() ? execution : null;
    }
    if (running == null) {
      return;
    }
    Standing now = Standings.of(running, hosted.pods());
    synchronized (this) {
      if (!now.equals(standing)) {
        standing = now;
        watchers.forEach(watcher -> watcher.show(now));
      }
    }
  }

  /** Tells a watcher what has happened since an update, and what happens from now on. */
  synchronized void watch(Watcher watcher, long seen) {
    if (abandoned) {
      watcher.abandon();
      return;
    }
    updates.stream().filter(update -> update.getNumber() > seen).forEach(watcher::tell);
    watchers.add(watcher);
    watcher.show(standing);
  }

  synchronized void unwatch(Watcher watcher, long now) {
    if (watchers.remove(watcher) && watchers.isEmpty()) {
      unwatchedSince = now;
    }
  }

  void cancel() {
    Execution<@Nullable Object> running;
    synchronized (this) {
      running = execution;
    }
    if (running != null) {
      running.cancel();
    }
  }

  /** The engine ends: what becomes of the execution from here on is not its own end. */
  synchronized void abandon() {
    abandoned = ended == null;
    if (!abandoned) {
      return;
    }
    List<Watcher> told = List.copyOf(watchers);
    watchers.clear();
    told.forEach(Watcher::abandon);
  }

  synchronized boolean hasEnded() {
    return ended != null;
  }

  /** Whether nobody has watched for so long. */
  synchronized boolean unwatchedFor(long nanos, long now) {
    return watchers.isEmpty() && now - unwatchedSince >= nanos;
  }

  synchronized boolean isWatched() {
    return !watchers.isEmpty();
  }
}
