package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PodEffects;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.kubernetes.pool.PodPool;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.WorkerStarter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pools of a run: one thread, one event after another. Thread-safe. */
final class PodPools implements WorkerStarter, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PodPools.class);
  private static final long TICK_MILLIS = 250;

  /** What is done about a pool. */
  interface Actions {
    void ask(WorkerPool pool, int job, int pods);

    void exited(WorkerPool pool, String pod, String words);

    void removed(WorkerPool pool, String pod);

    void hopeless(WorkerPool pool, String reason);
  }

  /** A pool and what is decided about it. */
  private record Known(WorkerPool pool, PodPool pods) {}

  private final LongSupplier nanos;
  private final Patience patience;
  private final Consumer<List<PoolPods>> news;
  private final Map<String, Known> pools = new LinkedHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "jacquard-pods");
            made.setDaemon(true);
            return made;
          });
  private @Nullable Actions actions;
  private List<PoolPods> told = List.of();

  /**
   * Has no pool yet.
   *
   * @param nanos the time
   * @param news hears how the pods stand, when that has changed; must not wait
   */
  PodPools(LongSupplier nanos, Patience patience, Consumer<List<PoolPods>> news) {
    this.nanos = nanos;
    this.patience = patience;
    this.news = news;
  }

  /** Begins, before the first pod is needed. */
  void open(Actions does) {
    actions = does;
    tickLater();
  }

  @Override
  public void need(WorkerPool pool, int workers) {
    run(
        () -> {
          pools.computeIfAbsent(pool.name(), name -> known(pool));
          handle(pool.name(), new PodEvent.Needed(workers));
        });
  }

  private Known known(WorkerPool pool) {
    Actions does = actions;
    if (does == null) {
      throw new IllegalStateException("The pools must be open before pods are needed.");
    }
    return new Known(pool, new PodPool(effects(pool, does), patience));
  }

  private static PodEffects effects(WorkerPool pool, Actions does) {
    return new PodEffects() {
      @Override
      public void ask(int job, int pods) {
        does.ask(pool, job, pods);
      }

      @Override
      public void exited(String pod, String words) {
        does.exited(pool, pod, words);
      }

      @Override
      public void removed(String pod) {
        does.removed(pool, pod);
      }

      @Override
      public void hopeless(String reason) {
        does.hopeless(pool, reason);
      }
    };
  }

  @Override
  public void serving(String pool, String instance) {
    post(pool, new PodEvent.Serving(instance));
  }

  @Override
  public void leaving(String pool, String instance) {
    post(pool, new PodEvent.Leaving(instance));
  }

  /** Something has happened to a pool. */
  void post(String pool, PodEvent event) {
    run(() -> handle(pool, event));
  }

  private void run(Runnable task) {
    try {
      thread.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException bug) {
              LOG.error("What is heard of pods must be handled.", bug);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is heard any more: the pools are closed.");
    }
  }

  private void handle(String pool, PodEvent event) {
    Known known = pools.get(pool);
    if (known != null) {
      known.pods().handle(event, nanos.getAsLong());
      tell();
    }
  }

  private void tickLater() {
    if (!thread.isShutdown()) {
      CompletableFuture.delayedExecutor(TICK_MILLIS, TimeUnit.MILLISECONDS, this::run)
          .execute(this::tick);
    }
  }

  private void tick() {
    pools.keySet().forEach(pool -> handle(pool, new PodEvent.Tick()));
    tickLater();
  }

  private void tell() {
    List<PoolPods> now =
        pools.values().stream().map(known -> known.pods().pods(known.pool().name())).toList();
    if (!now.equals(told)) {
      told = now;
      news.accept(now);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
