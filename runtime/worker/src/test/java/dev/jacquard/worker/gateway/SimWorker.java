package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayEvent.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A worker process: carries out assignments, makes and closes replicas, dies and comes again. */
final class SimWorker {

  static final int SLOTS = 2;

  /** What surrounds a worker. */
  interface World {
    /** Hands a message to the gateway. */
    void deliver(OfWorker event);

    /** Returns the number of a new stream. */
    long nextStream();

    /** Something starts; the world minds whether it may. */
    void starts(SimWorker worker, String what, boolean careful);

    /** The process has died. */
    void died(SimWorker worker, String instance);

    /** Whether an element takes its process down. */
    boolean poison(int element);
  }

  private final SimClock clock;
  private final SplittableRandom random;
  private final World world;
  private final String name;
  private final long leaseNanos;
  private final SimLink link;
  private final Map<Long, SimJob> jobs = new HashMap<>();
  private final Set<Long> making = new HashSet<>();
  private final Set<Long> replicas = new HashSet<>();
  private int lives = 1;

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
    this.link = new SimLink(clock, random, world, leaseNanos, renewsLate);
    link.connect(instance(), SLOTS);
  }

  SimLink link() {
    return link;
  }

  long stream() {
    return link.stream();
  }

  /** How many calls run. */
  int running() {
    return (int) jobs.values().stream().filter(job -> job.running >= 0).count();
  }

  /** How many of them are of static tasks. */
  int runningStatic() {
    return (int) jobs.values().stream().filter(job -> job.running >= 0 && job.home == 0).count();
  }

  /** Whether it would be unfair to let it die now, as something runs that has seen that before. */
  boolean careful() {
    return !making.isEmpty() || jobs.values().stream().anyMatch(job -> job.careful);
  }

  private String instance() {
    return name + "/" + lives;
  }

  // What the gateway sends.

  void receive(long of, Assignment assignment) {
    SimJob job = new SimJob(assignment);
    link.arrives(
        of,
        () -> {
          if (job.home != 0 && !replicas.contains(job.home)) {
            throw new AssertionError("A call must find its replica where it is sent.");
          }
          jobs.put(job.id, job);
          go(job);
        });
  }

  void make(long of, long home, Replica replica) {
    link.arrives(
        of,
        () -> {
          making.add(home);
          if (!overdue()) {
            world.starts(this, "a constructor", false);
            link.later(random.nextLong(leaseNanos / 4), of, () -> made(of, home, replica));
          }
        });
  }

  private void made(long of, long home, Replica replica) {
    if (!making.remove(home)) {
      return;
    }
    if (SimReplicas.takesWorkerDown(replica)) {
      die();
    } else if (SimReplicas.throwsNow(replica, random)) {
      link.send(new OfWorker.NotMade(of, home, new IllegalStateException()));
    } else {
      replicas.add(home);
      link.send(new OfWorker.Made(of, home));
    }
  }

  void close(long of, long home) {
    link.arrives(
        of,
        () -> {
          making.remove(home);
          replicas.remove(home);
          link.send(new OfWorker.Closed(of, home));
        });
  }

  void answer(long of, long assignment, int element, boolean yes) {
    link.arrives(
        of,
        () -> {
          SimJob job = jobs.get(assignment);
          if (job != null && job.waitingFor == element) {
            job.waitingFor = SimJob.NONE;
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
    link.arrives(
        of,
        () -> {
          SimJob job = jobs.get(assignment);
          if (job == null) {
            link.send(new OfWorker.TakenBack(of, assignment, 0, 0, 0));
            return;
          }
          int kept = job.next + Math.max(0, job.limit - job.next) / 2;
          int limit = Math.max(job.limit, kept);
          job.limit = Math.min(job.limit, kept);
          link.send(
              new OfWorker.TakenBack(
                  of, assignment, job.limit, limit, Math.min(job.next, job.limit)));
        });
  }

  void dismissed(long of) {
    link.arrivesSlowly(of, this::cut);
  }

  // What it does.

  private boolean overdue() {
    if (!link.over()) {
      return false;
    }
    cut();
    return true;
  }

  private void go(SimJob job) {
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
      link.send(new OfWorker.Starting(stream(), job.report(element, element), element));
    } else {
      execute(job, element);
    }
  }

  private void execute(SimJob job, int element) {
    if (overdue()) {
      return;
    }
    job.claimed = false;
    job.running = element;
    world.starts(this, "element " + element, job.careful);
    long nanos = random.nextInt(4) == 0 ? random.nextLong(leaseNanos / 2) : leaseNanos / 200;
    link.later(nanos, stream(), () -> executed(job, element));
  }

  private void executed(SimJob job, int element) {
    job.running = SimJob.NONE;
    if (world.poison(element)) {
      die();
    } else if (SimEngine.throwsAt(element)) {
      job.waitingFor = element;
      Report before = job.report(element, job.next);
      job.failed(element);
      link.send(
          new OfWorker.Failed(
              stream(),
              before,
              element,
              (batch, at) ->
                  new ElementFailure(
                      at, 0, new Object[1], new IllegalStateException(), FailureKind.USER, 0)));
    } else {
      if (random.nextInt(3) == 0) {
        link.send(new OfWorker.Results(stream(), job.report(element + 1, job.next)));
      }
      go(job);
    }
  }

  private void end(SimJob job) {
    jobs.remove(job.id);
    link.send(new OfWorker.Ended(stream(), job.report(job.next, job.next), 1));
  }

  // What happens to it.

  private void forget() {
    jobs.clear();
    making.clear();
    replicas.clear();
  }

  /** The stream breaks; it connects again when nothing runs any more. */
  void cut() {
    long broken = stream();
    long running = running();
    forget();
    link.cut();
    clock.after(
        leaseNanos / 10 + running,
        () -> {
          if (broken == stream() && !link.open()) {
            link.connect(instance(), SLOTS);
          }
        });
  }

  /** It leaves in good order, with what it can, and another comes. */
  void drain() {
    link.send(new OfWorker.Draining(stream()));
    link.later(leaseNanos / 3, stream(), this::leave);
  }

  private void leave() {
    if (jobs.isEmpty()) {
      link.send(new OfWorker.Left(stream()));
      forget();
      lives++;
      link.connect(instance(), SLOTS);
    } else {
      link.later(leaseNanos / 10, stream(), this::leave);
    }
  }

  /** The process is gone; another takes its place. */
  void die() {
    String instance = instance();
    long broken = stream();
    forget();
    link.die();
    lives++;
    clock.after(link.delay(), () -> world.died(this, instance));
    clock.after(
        leaseNanos / 5,
        () -> {
          if (broken == stream()) {
            link.connect(instance(), SLOTS);
          }
        });
  }
}
