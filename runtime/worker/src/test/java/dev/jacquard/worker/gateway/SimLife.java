package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.SplittableRandom;

/**
 * The processes that follow each other in the place of a worker: they take time to start, connect,
 * break off, drain, die, and the next comes.
 */
final class SimLife {

  /** What a process has in hand. */
  interface Hands {
    /** How many calls run. */
    int running();

    /** Whether there is nothing. */
    boolean empty();

    /** Whether it would be unfair to let it die now. */
    boolean careful();

    /** Drops everything. */
    void forget();
  }

  private final String name;
  private final SimPool pool;
  private final int slots;
  private final SimClock clock;
  private final SplittableRandom random;
  private final SimWorld world;
  private final SimLink link;
  private final Hands hands;
  private final long leaseNanos;
  private final boolean forgetsFailedStarts;
  private int lives;
  private boolean alive;
  private int begun;

  SimLife(
      String name,
      SimPool pool,
      SimSettings settings,
      SplittableRandom random,
      SimLink link,
      Hands hands) {
    this.name = name;
    this.pool = pool;
    this.slots = settings.slots(pool.pool);
    this.clock = settings.clock();
    this.random = random;
    this.world = settings.world();
    this.link = link;
    this.hands = hands;
    this.leaseNanos = settings.leaseNanos();
    this.forgetsFailedStarts = settings.mistake() == SimMistake.FORGETS_FAILED_STARTS;
  }

  private String instance() {
    return name + "/" + lives;
  }

  /** How many calls the process that lives now has begun. */
  int begun() {
    return begun;
  }

  void callBegins() {
    begun++;
  }

  /** Something happens to the process that lives now, if it still does. */
  private void later(long nanos, Runnable action) {
    int life = lives;
    clock.after(
        nanos,
        () -> {
          if (life == lives) {
            action.run();
          }
        });
  }

  /** A process is started, and connects a little later. */
  void start() {
    lives++;
    alive = true;
    begun = 0;
    later(1 + random.nextLong(leaseNanos), this::started);
  }

  private void started() {
    if (!pool.failsToStart(clock.now())) {
      link.connect(instance(), pool.pool.name(), slots);
      if (pool.crashesEarly()) {
        later(random.nextLong(leaseNanos / 10), this::crash);
      }
      return;
    }
    alive = false;
    world.exited(pool, instance());
    if (!forgetsFailedStarts) {
      clock.after(leaseNanos / 5, this::start);
    }
  }

  private void crash() {
    if (!hands.careful()) {
      world.mishap();
      die();
    }
  }

  /** The stream breaks; it connects again when nothing runs any more. */
  void cut() {
    if (!link.open()) {
      return;
    }
    long running = hands.running();
    hands.forget();
    link.cut();
    later(leaseNanos / 10 + running, () -> link.connect(instance(), pool.pool.name(), slots));
  }

  /** It leaves in good order, with what it can, and another comes. */
  void drain() {
    if (link.open()) {
      link.send(new OfWorker.Draining(link.stream()));
      link.later(leaseNanos / 3, link.stream(), this::leave);
    }
  }

  private void leave() {
    if (!hands.empty()) {
      link.later(leaseNanos / 10, link.stream(), this::leave);
      return;
    }
    link.send(new OfWorker.Left(link.stream()));
    hands.forget();
    link.close();
    end();
  }

  /** The process is gone; another takes its place. */
  void die() {
    if (!alive) {
      return;
    }
    hands.forget();
    link.die();
    end();
  }

  private void end() {
    alive = false;
    world.exited(pool, instance());
    lives++;
    later(leaseNanos / 5, this::start);
  }
}
