package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One history of an engine, its gateway and some workers, drawn from a seed. */
final class Simulation implements SimWorker.World, GatewayEffects {

  private static final long LEASE = 1_000_000;
  private static final long LONGEST = 400 * LEASE;

  private final SimClock clock = new SimClock();
  private final SplittableRandom random;
  private final Gateway gateway;
  private final SimReplicas replicas;
  private final SimEngine engine;
  private final List<SimWorker> workers = new ArrayList<>();
  private final Map<Long, Integer> owners = new HashMap<>();
  private final Deque<GatewayEvent> mailbox = new ArrayDeque<>();
  private final int poison;
  private boolean handling;
  private long streams;
  private int misfortunes = 8;

  Simulation(
      long seed, BiFunction<GatewayEffects, GatewayOptions, Gateway> maker, boolean renewsLate) {
    this.random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(4);
    int expected = random.nextBoolean() ? count : 0;
    this.gateway =
        maker.apply(
            this, new GatewayOptions(LEASE, 6, 3, Integer.MAX_VALUE, expected, 2, 2 * LEASE));
    int elements = 40 + random.nextInt(80);
    this.poison = random.nextInt(3) == 0 ? 13 * random.nextInt(3) + 1 : -1;
    this.replicas =
        new SimReplicas(random.nextInt(5), () -> misfortunes <= 5, random.split(), this::post);
    this.engine =
        new SimEngine(elements, count * SimWorker.SLOTS + 2, replicas, random.split(), this::post);
    for (int i = 0; i < count; i++) {
      workers.add(new SimWorker("w" + i, clock, random.split(), this, LEASE, renewsLate));
    }
    tick();
    misfortune();
  }

  private void tick() {
    post(new GatewayEvent.Tick());
    clock.after(LEASE / 50, this::tick);
    if (random.nextInt(6) == 0) {
      engine.submitMore();
    }
    if (random.nextInt(20) == 0) {
      engine.takeBackSome();
    }
    if (!engine.done() && random.nextInt(20) == 0) {
      replicas.change();
    }
  }

  private void misfortune() {
    if (misfortunes-- <= 0) {
      return;
    }
    SimWorker unlucky = workers.get(random.nextInt(workers.size()));
    // A suspect that is unlucky three times would be taken for poison.
    if (!unlucky.careful()) {
      switch (random.nextInt(5)) {
        case 0 -> unlucky.die();
        case 1 -> unlucky.cut();
        case 2 -> unlucky.link().mute(random.nextLong(3 * LEASE));
        case 3 -> unlucky.drain();
        // About as long as the lease, which is what it is most tempting to get wrong.
        default -> unlucky.link().stop(LEASE / 2 + random.nextLong(LEASE));
      }
    }
    clock.after(random.nextLong(3 * LEASE), this::misfortune);
  }

  /** Lets it happen; fails if anything is not as it must be. */
  void run() {
    while (!engine.finished()) {
      if (!clock.step(LONGEST)) {
        throw new AssertionError("Nothing must get stuck; found " + engine.state() + ".");
      }
    }
    for (int element : engine.lost) {
      if (element != poison) {
        throw new AssertionError("Element " + element + " must not be taken for poison.");
      }
    }
  }

  private void post(GatewayEvent event) {
    mailbox.add(event);
    if (!handling) {
      handling = true;
      for (GatewayEvent next = mailbox.poll(); next != null; next = mailbox.poll()) {
        gateway.handle(next, clock.now());
      }
      handling = false;
    }
  }

  @Override
  public void deliver(OfWorker event) {
    post(event);
  }

  @Override
  public long nextStream() {
    owners.put(++streams, workers.size());
    return streams;
  }

  @Override
  public void starts(SimWorker worker, String what, boolean careful) {
    if (gateway.sessions().stream().noneMatch(session -> session.id() == worker.stream())) {
      throw new AssertionError(what + " must not start once the worker's lease is over.");
    }
    if (worker.runningStatic() > SimWorker.SLOTS || (careful && worker.running() > 1)) {
      throw new AssertionError("A worker must not be given more than it has slots for.");
    }
  }

  @Override
  public void died(SimWorker worker, String instance) {
    post(new GatewayEvent.Exited("plain", instance, ""));
  }

  @Override
  public boolean poison(int element) {
    return element == poison;
  }

  private SimWorker worker(long stream) {
    return workers.stream()
        .filter(worker -> worker.stream() == stream)
        .findFirst()
        .orElse(workers.get(0));
  }

  @Override
  public Sent assign(long stream, Assignment assignment) {
    worker(stream).receive(stream, assignment);
    return new Sent(assignment.to(), null);
  }

  @Override
  public void cancel(long stream, long assignment, int limit) {}

  @Override
  public void takeBack(long stream, long assignment) {
    worker(stream).takeBack(stream, assignment);
  }

  @Override
  public void decide(long stream, long assignment, int element, boolean goOn) {
    worker(stream).answer(stream, assignment, element, goOn);
  }

  @Override
  public void proceed(long stream, long assignment, int element) {
    worker(stream).answer(stream, assignment, element, true);
  }

  @Override
  public @Nullable Throwable make(long stream, Home home) {
    worker(stream).make(stream, home.id(), home.replica());
    return null;
  }

  @Override
  public void close(long stream, long home) {
    worker(stream).close(stream, home);
  }

  @Override
  public void drain(long stream) {
    worker(stream).drain();
  }

  @Override
  public void need(WorkerPool pool, int count) {}

  @Override
  public void dismiss(long stream, String reason) {
    workers.stream()
        .filter(worker -> worker.stream() == stream)
        .forEach(
            worker -> {
              if (reason.startsWith("A report") || reason.startsWith("Elements")) {
                throw new AssertionError("A worker keeps to the protocol; it is told: " + reason);
              }
              worker.dismissed(stream);
            });
  }
}
