package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayEvent.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A worker process, with a network of its own kind between it and the gateway. */
final class SimWorker {

  /** What surrounds a worker. */
  interface World {
    /** Hands a message to the gateway. */
    void deliver(OfWorker event);

    /** Returns the number of a new stream. */
    long nextStream();

    /** A call starts; the world minds whether it may. */
    void starts(SimWorker worker, int element, boolean careful);

    /** The process has died. */
    void died(SimWorker worker, String instance);

    /** Whether an element takes its process down. */
    boolean poison(int element);
  }

  /** An assignment at this worker. */
  private static final class Job {
    final long id;
    final boolean careful;
    int next;
    int limit;
    int reported;
    int waitingFor = -1;
    int running = -1;
    boolean claimed;

    Job(Assignment assignment) {
      id = assignment.id();
      careful = assignment.careful();
      next = assignment.from();
      limit = assignment.to();
      reported = next;
    }
  }

  private final SimClock clock;
  private final SplittableRandom random;
  private final World world;
  private final String name;
  private final long leaseNanos;
  private final boolean renewsLate;
  private final long slowness;
  private final Map<Long, Job> jobs = new HashMap<>();
  private final Deque<Runnable> frozen = new ArrayDeque<>();
  private long stream;
  private int lives = 1;
  private long arrival;
  private @Nullable WorkerLease lease;
  private boolean stopped;

  SimWorker(
      String name,
      SimClock clock,
      SplittableRandom random,
      World world,
      long leaseNanos,
      boolean renewsLate) {
    this.name = name;
    this.clock = clock;
    this.random = random;
    this.world = world;
    this.leaseNanos = leaseNanos;
    this.renewsLate = renewsLate;
    this.slowness = random.nextBoolean() ? 0 : random.nextLong(leaseNanos / 2);
    connect();
  }

  long stream() {
    return stream;
  }

  int running() {
    return (int) jobs.values().stream().filter(job -> job.running >= 0).count();
  }

  boolean careful() {
    return jobs.values().stream().anyMatch(job -> job.careful);
  }

  private String instance() {
    return name + "/" + lives;
  }

  private void connect() {
    stream = world.nextStream();
    lease = new WorkerLease(leaseNanos, clock.now());
    send(new OfWorker.Joined(stream, instance(), 2));
    beat(stream);
  }

  private void beat(long of) {
    later(
        leaseNanos / 4,
        of,
        () -> {
          WorkerLease held = lease;
          if (held != null && !overdue()) {
            long number = held.heartbeat(clock.now());
            send(new OfWorker.Alive(stream), () -> seen(of, number));
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

  /** Does something on a stream at a time: not when the stream is gone, later when stopped. */
  private void later(long nanos, long of, Runnable action) {
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

  private long delay() {
    return random.nextInt(12) == 0
        ? random.nextLong(leaseNanos / 2)
        : 1 + random.nextLong(leaseNanos / 100);
  }

  private void send(OfWorker event) {
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

  // What the gateway sends.

  void receive(long of, Assignment assignment) {
    later(
        delay(),
        of,
        () -> {
          Job job = new Job(assignment);
          jobs.put(job.id, job);
          go(job);
        });
  }

  void answer(long of, long assignment, int element, boolean yes) {
    later(
        delay(),
        of,
        () -> {
          Job job = jobs.get(assignment);
          if (job != null && job.waitingFor == element) {
            job.waitingFor = -1;
            if (!yes) {
              job.limit = job.next;
              end(job);
            } else if (job.careful && job.claimed) {
              execute(job, element);
            } else {
              go(job);
            }
          }
        });
  }

  void takeBack(long of, long assignment) {
    later(
        delay(),
        of,
        () -> {
          Job job = jobs.get(assignment);
          if (job == null) {
            send(new OfWorker.TakenBack(stream, assignment, 0, 0, 0));
            return;
          }
          int kept = job.next + Math.max(0, job.limit - job.next) / 2;
          int limit = Math.max(job.limit, kept);
          job.limit = Math.min(job.limit, kept);
          send(
              new OfWorker.TakenBack(
                  stream, assignment, job.limit, limit, Math.min(job.next, job.limit)));
        });
  }

  void dismissed(long of) {
    later(delay() + slowness, of, this::cut);
  }

  // What it does.

  private boolean overdue() {
    WorkerLease held = lease;
    if (held != null && !held.over(clock.now())) {
      return false;
    }
    cut();
    return true;
  }

  private void go(Job job) {
    if (overdue()) {
      return;
    }
    if (job.next >= job.limit) {
      end(job);
      return;
    }
    int element = job.next++;
    if (job.careful) {
      job.claimed = true;
      job.waitingFor = element;
      send(new OfWorker.Starting(stream, report(job, element, element), element));
    } else {
      execute(job, element);
    }
  }

  private void execute(Job job, int element) {
    if (overdue()) {
      return;
    }
    job.claimed = false;
    job.running = element;
    world.starts(this, element, job.careful);
    long nanos = random.nextInt(4) == 0 ? random.nextLong(leaseNanos / 2) : leaseNanos / 200;
    later(nanos, stream, () -> executed(job, element));
  }

  private void executed(Job job, int element) {
    job.running = -1;
    if (world.poison(element)) {
      die();
    } else if (SimEngine.throwsAt(element)) {
      job.waitingFor = element;
      Report before = report(job, element, job.next);
      job.reported = element + 1;
      send(
          new OfWorker.Failed(
              stream,
              before,
              element,
              (batch, at) ->
                  new ElementFailure(
                      at, 0, new Object[1], new IllegalStateException(), FailureKind.USER, 0)));
    } else {
      if (random.nextInt(3) == 0) {
        send(new OfWorker.Results(stream, report(job, element + 1, job.next)));
      }
      go(job);
    }
  }

  private void end(Job job) {
    jobs.remove(job.id);
    send(new OfWorker.Ended(stream, report(job, job.next, job.next)));
  }

  private static Report report(Job job, int end, int next) {
    int from = job.reported;
    List<Integer> results = new ArrayList<>();
    for (int i = from; i < end; i++) {
      results.add(SimEngine.resultOf(i));
    }
    job.reported = Math.max(from, end);
    return new Report(job.id, from, results.size(), next, batch -> results);
  }

  // What happens to it.

  /** The stream breaks; it connects again when nothing runs any more. */
  void cut() {
    long broken = stream;
    long running = jobs.values().stream().filter(job -> job.running >= 0).count();
    jobs.clear();
    lease = null;
    send(new OfWorker.Severed(broken));
    clock.after(
        leaseNanos / 10 + running,
        () -> {
          if (broken == stream && lease == null) {
            connect();
          }
        });
  }

  /** The process is gone; another takes its place. */
  void die() {
    String instance = instance();
    long broken = stream;
    jobs.clear();
    lease = null;
    stopped = false;
    frozen.clear();
    lives++;
    send(new OfWorker.Severed(broken));
    clock.after(delay(), () -> world.died(this, instance));
    clock.after(
        leaseNanos / 5,
        () -> {
          if (broken == stream) {
            connect();
          }
        });
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
    int life = lives;
    clock.after(
        nanos,
        () -> {
          if (life == lives) {
            stopped = false;
            new ArrayList<>(frozen).forEach(Runnable::run);
            frozen.clear();
          }
        });
  }
}
