package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.pool.Inheritance;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.WorkerStarter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The pools of a run: one thread, one event after another. Thread-safe. */
final class PodPools implements WorkerStarter, AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(250);

  /** What is done about a pool. */
  interface Actions {
    /** What its pods would be like now, as Jobs say it; empty: none that is there will do. */
    String template(WorkerPool pool);

    /** It is asked for: workers of it that wait may serve. */
    void admit(WorkerPool pool);

    void ask(WorkerPool pool, int job, int pods);

    void letGo(String pool, int job);

    /** Nobody asks for it: workers of it that wait go. */
    void dismiss(String pool);

    void exited(WorkerPool pool, String pod, String words);

    void removed(WorkerPool pool, String pod);

    void hopeless(WorkerPool pool, String reason);
  }

  private final LongSupplier nanos;
  private final Patience patience;
  private final Consumer<List<PoolPods>> news;
  private final Inheritance inheritance;
  private final Map<String, KnownPool> pools = new LinkedHashMap<>();
  private final SerialTasks tasks = new SerialTasks("jacquard-pods");
  private @Nullable Actions actions;
  private List<PoolPods> told = List.of();
  private String obstacle = "";

  /**
   * Has no pool yet.
   *
   * @param nanos the time
   * @param inheritance how long one counts on what an earlier engine has left
   * @param news hears how the pods stand, when that has changed; must not wait
   */
  PodPools(
      LongSupplier nanos,
      Patience patience,
      Inheritance inheritance,
      Consumer<List<PoolPods>> news) {
    this.nanos = nanos;
    this.patience = patience;
    this.inheritance = inheritance;
    this.news = news;
  }

  /** Begins, before the first pod is needed. */
  void open(Actions does) {
    actions = does;
    tasks.runLater(this::tick, TICK);
  }

  @Override
  public void need(WorkerPool pool, int workers) {
    tasks.run(
        () -> {
          claim(pool);
          if (obstacle.isEmpty()) {
            handle(pool.name(), new PodEvent.Needed(workers));
          } else {
            actions().hopeless(pool, obstacle);
          }
        });
  }

  private void claim(WorkerPool pool) {
    KnownPool known = known(pool.name());
    if (known.isClaimed()) {
      return;
    }
    known.claim(pool);
    handle(pool.name(), new PodEvent.Claimed(actions().template(pool)));
    actions().admit(pool);
  }

  private KnownPool known(String pool) {
    return pools.computeIfAbsent(
        pool, name -> new KnownPool(name, this::actions, patience, inheritance));
  }

  private Actions actions() {
    Actions does = actions;
    if (does == null) {
      throw new IllegalStateException("The pools must be open before anything is done about them.");
    }
    return does;
  }

  /** None can be made any more, of whatever pool. */
  void impossible(String reason) {
    tasks.run(
        () -> {
          obstacle = reason;
          pools.values().stream()
              .filter(KnownPool::isClaimed)
              .forEach(known -> handle(known.name(), new PodEvent.Impossible(reason)));
        });
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
    tasks.run(() -> handle(pool, event));
  }

  private void handle(String pool, PodEvent event) {
    // Of a Job that was refused its pods long ago, its event may be left.
    if (!(event instanceof PodEvent.Refused) || pools.containsKey(pool)) {
      known(pool).pods().handle(event, nanos.getAsLong());
      tell();
    }
  }

  private void tick() {
    try {
      pools.keySet().forEach(pool -> handle(pool, new PodEvent.Tick()));
    } finally {
      tasks.runLater(this::tick, TICK);
    }
  }

  private void tell() {
    List<PoolPods> now =
        pools.values().stream().map(known -> known.pods().pods(known.name())).toList();
    if (!now.equals(told)) {
      told = now;
      news.accept(now);
    }
  }

  @Override
  public void close() {
    tasks.cutOff();
  }
}
