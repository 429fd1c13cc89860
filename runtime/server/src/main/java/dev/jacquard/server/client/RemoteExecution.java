package dev.jacquard.server.client;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionListener;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.server.v1.Ended;
import dev.jacquard.server.v1.Standing;
import dev.jacquard.server.wire.Endings;
import dev.jacquard.server.wire.Standings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An execution whose engine is elsewhere, as it was heard of last. Thread-safe. */
public final class RemoteExecution<R extends @Nullable Object> implements Execution<R> {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteExecution.class);

  private final String id;
  private final WorkflowPlan plan;
  private final Runnable cancel;
  private final List<ExecutionListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Standing standing = Standing.getDefaultInstance();
  private volatile @Nullable Ended ended;
  private volatile @Nullable RuntimeException lost;

  RemoteExecution(String id, WorkflowPlan plan, Runnable cancel) {
    this.id = id;
    this.plan = plan;
    this.cancel = cancel;
  }

  void stands(Standing now) {
    standing = now;
  }

  void tell(ExecutionEvent event) {
    for (ExecutionListener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException e) {
        LOG.warn("A listener must not throw; found {}", e.toString(), e);
      }
    }
  }

  synchronized void end(Ended how) {
    if (!isOver()) {
      ended = how;
      over.countDown();
    }
  }

  /** Nothing more will be heard of it; the first reason counts. */
  synchronized void lose(RuntimeException why) {
    if (!isOver()) {
      lost = why;
      over.countDown();
    }
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** How the pods stand that carry out its calls. */
  public List<PoolPods> pods() {
    return Standings.pods(standing);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String workflow() {
    return plan.id();
  }

  @Override
  public R await() throws InterruptedException {
    over.await();
    return result();
  }

  @Override
  public R await(Duration atMost) throws InterruptedException, TimeoutException {
    if (!over.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException("Execution " + id + " has not ended within " + atMost + ".");
    }
    return result();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the stub says which type the spec's result is
  private R result() {
    Ended end = ended;
    if (end == null) {
      throw lost == null
          ? new IllegalStateException("Execution " + id + " must have ended.")
          : lost;
    }
    return switch (Endings.status(end)) {
      case SUCCEEDED ->
          plan.result() == null ? null : (R) plan.result().decode(end.getResult().toByteArray());
      case CANCELLED -> throw new CancellationException("Execution " + id + " was cancelled.");
      case FAILED, RUNNING -> throw Endings.failure(plan.id(), end);
    };
  }

  /** Returns how it stands; failed if nothing more will be heard of it. */
  @Override
  public ExecutionStatus status() {
    Ended end = ended;
    if (end != null) {
      return Endings.status(end);
    }
    return lost == null ? ExecutionStatus.RUNNING : ExecutionStatus.FAILED;
  }

  @Override
  public List<MapProgress> progress() {
    return Standings.maps(standing);
  }

  @Override
  public List<PoolProgress> pools() {
    return Standings.pools(standing);
  }

  @Override
  public void cancel() {
    if (!isOver()) {
      cancel.run();
    }
  }

  @Override
  public void onEvent(ExecutionListener listener) {
    listeners.add(listener);
  }
}
