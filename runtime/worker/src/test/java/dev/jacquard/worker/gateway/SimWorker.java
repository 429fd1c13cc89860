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

/** A worker: carries out assignments, makes and closes replicas, as long as its process lives. */
final class SimWorker implements SimLife.Hands {

  private final SimPool pool;
  private final SimSettings settings;
  private final SplittableRandom random;
  private final SimWorld world;
  private final long leaseNanos;
  private final SimLink link;
  private final SimLife life;
  private final Map<Long, SimJob> jobs = new HashMap<>();
  private final Set<Long> making = new HashSet<>();
  private final Set<Long> replicas = new HashSet<>();

  SimWorker(String name, SimPool pool, SimSettings settings, SplittableRandom random) {
    this.pool = pool;
    this.settings = settings;
    this.random = random;
    this.world = settings.world();
    this.leaseNanos = settings.leaseNanos();
    this.link = new SimLink(settings, random);
    this.life = new SimLife(name, pool, settings, random, link, this);
    life.start();
  }

  SimPool pool() {
    return pool;
  }

  SimLife life() {
    return life;
  }

  SimLink link() {
    return link;
  }

  long stream() {
    return link.stream();
  }

  @Override
  public int running() {
    return (int) jobs.values().stream().filter(job -> job.running >= 0).count();
  }

  /** Whether it carries out more than it has been promised. */
  boolean overburdened(boolean careful) {
    long ofStaticTasks =
        jobs.values().stream().filter(job -> job.running >= 0 && job.home == 0).count();
    return ofStaticTasks > settings.slots(pool.pool) || (careful && running() > 1);
  }

  @Override
  public boolean empty() {
    return jobs.isEmpty();
  }

  // Something runs that has seen a worker die before.
  @Override
  public boolean careful() {
    return !making.isEmpty() || jobs.values().stream().anyMatch(job -> job.careful);
  }

  @Override
  public void forget() {
    jobs.clear();
    making.clear();
    replicas.clear();
  }

  // What the gateway sends.

  void receive(long of, Assignment assignment, int to) {
    SimJob job = new SimJob(assignment, to);
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
      life.die();
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
    link.arrivesSlowly(of, life::cut);
  }

  void drain(long of) {
    link.arrives(of, life::drain);
  }

  // What it does.

  private boolean overdue() {
    if (!link.over()) {
      return false;
    }
    life.cut();
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
    life.callBegins();
    world.starts(this, "element " + element, job.careful);
    if (job.home == 0) {
      world.startsStatic(this, element);
    }
    long nanos = random.nextInt(4) == 0 ? random.nextLong(leaseNanos / 2) : leaseNanos / 200;
    link.later(nanos, stream(), () -> executed(job, element));
  }

  private void executed(SimJob job, int element) {
    job.running = SimJob.NONE;
    if (world.poison(element)) {
      life.die();
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
}
