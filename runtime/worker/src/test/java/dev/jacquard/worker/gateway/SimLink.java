package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a worker and the gateway: streams that are slow, break, and let things arrive
 * late; and the lease, which the worker keeps by its own clock.
 */
final class SimLink {

  private final SimClock clock;
  private final SplittableRandom random;
  private final SimWorld world;
  private final long leaseNanos;
  private final boolean renewsLate;
  private final long slowness;
  private final Deque<Runnable> frozen = new ArrayDeque<>();
  private long stream;
  private long arrival;
  private long pauses;
  private @Nullable WorkerLease lease;
  private boolean stopped;

  SimLink(SimSettings settings, SplittableRandom random) {
    this.clock = settings.clock();
    this.random = random;
    this.world = settings.world();
    this.leaseNanos = settings.leaseNanos();
    this.renewsLate = settings.mistake() == SimMistake.RENEWS_LATE;
    this.slowness = random.nextBoolean() ? 0 : random.nextLong(leaseNanos / 2);
  }

  /** The number of the stream that is open, or was open last. */
  long stream() {
    return stream;
  }

  boolean open() {
    return lease != null;
  }

  void connect(String instance, String pool, int slots) {
    stream = world.nextStream();
    lease = new WorkerLease(leaseNanos, clock.now());
    send(new OfWorker.Joined(stream, instance, pool, slots));
    beat(stream);
  }

  private void beat(long of) {
    later(
        leaseNanos / 4,
        of,
        () -> {
          WorkerLease held = lease;
          if (held != null && !held.over(clock.now())) {
            long number = held.heartbeat(clock.now());
            send(new OfWorker.Alive(stream, List.of()), () -> seen(of, number));
            beat(of);
          }
        });
  }

  private void seen(long of, long number) {
    later(
        delay() + slowness,
        of,
        () -> {
          if (lease != null) {
            lease.seen(renewsLate ? lease.heartbeat(clock.now()) : number);
          }
        });
  }

  /** Whether nothing may be started any more. */
  boolean over() {
    WorkerLease held = lease;
    return held == null || held.over(clock.now());
  }

  /** Something that the gateway sends arrives; not when its stream is gone. */
  void arrives(long of, Runnable action) {
    later(delay(), of, action);
  }

  /** As {@link #arrives}, for what may be slow. */
  void arrivesSlowly(long of, Runnable action) {
    later(delay() + slowness, of, action);
  }

  /** Does something on a stream at a time: not when the stream is gone, later when stopped. */
  void later(long nanos, long of, Runnable action) {
    clock.after(nanos, () -> run(of, action));
  }

  private void run(long of, Runnable action) {
    if (of != stream || lease == null) {
      return;
    }
    if (stopped) {
      frozen.add(() -> run(of, action));
    } else {
      action.run();
    }
  }

  long delay() {
    return random.nextInt(12) == 0
        ? random.nextLong(leaseNanos / 2)
        : 1 + random.nextLong(leaseNanos / 100);
  }

  void send(OfWorker event) {
    send(event, () -> {});
  }

  /**
   * In order, as long as the stream holds; what is under way when it breaks may come much later.
   */
  private void send(OfWorker event, Runnable onDelivery) {
    arrival = Math.max(arrival + 1, clock.now() + delay());
    long of = stream;
    clock.after(
        arrival - clock.now(),
        () -> {
          if (of == stream || event instanceof OfWorker.Severed) {
            world.deliver(event);
            onDelivery.run();
          } else if (random.nextBoolean()) {
            clock.after(random.nextLong(4 * leaseNanos), () -> world.deliver(event));
          }
        });
  }

  /** The stream breaks. */
  void cut() {
    lease = null;
    send(new OfWorker.Severed(stream));
  }

  /** Its end closes the stream, when all has been said. */
  void close() {
    lease = null;
  }

  /** The process goes, and the stream with it. */
  void die() {
    if (open()) {
      cut();
    }
    stopped = false;
    pauses++;
    frozen.clear();
  }

  /** Nothing that it says arrives for a while. */
  void mute(long nanos) {
    arrival = Math.max(arrival, clock.now() + nanos);
  }

  /** The process stands still for a while. */
  void stop(long nanos) {
    if (stopped) {
      return;
    }
    stopped = true;
    long pause = ++pauses;
    clock.after(
        nanos,
        () -> {
          if (pause == pauses) {
            stopped = false;
            new ArrayList<>(frozen).forEach(Runnable::run);
            frozen.clear();
          }
        });
  }
}
