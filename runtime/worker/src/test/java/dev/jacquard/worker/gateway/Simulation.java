package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One history of an engine, its gateway and some workers, drawn from a seed. */
final class Simulation implements SimWorld, GatewayEffects {

  private static final long LEASE = 1_000_000;
  private static final long LONGEST = 400 * LEASE;

  private static final int VAIN_STARTS = 13;
  private static final int MISFORTUNES = 8;
  // One that is made at each of several misfortunes is rightly taken for what takes workers down.
  private static final int BAD_LUCK = 3;

  private final SimClock clock = new SimClock();
  private final SplittableRandom random;
  private final GatewayOptions options;
  private final Pooling pooling;
  private final Gateway gateway;
  private final SimReplicas replicas;
  private final SimEngine engine;
  private final SimFleet fleet;
  private final Deque<GatewayEvent> mailbox = new ArrayDeque<>();
  private final int poison;
  private boolean handling;
  private long streams;
  private int misfortunes;
  private int mishaps;

  Simulation(
      long seed, BiFunction<GatewayEffects, GatewayOptions, Gateway> maker, SimMistake mistake) {
    this.random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(4);
    int expected = random.nextInt(3) == 0 ? 0 : count;
    this.options =
        new GatewayOptions(LEASE, 6, 3, VAIN_STARTS, expected, 2, 2 * LEASE)
            .withElastic(random.nextInt(3) == 0 ? new Elastic(count, 3 * LEASE) : null);
    this.pooling = new Pooling(options);
    this.gateway = maker.apply(this, options);
    SimSettings settings = new SimSettings(clock, this, LEASE, mistake);
    this.fleet = new SimFleet(options, settings, random.split());
    int elements = 40 + random.nextInt(80);
    this.poison = random.nextInt(3) == 0 ? 13 * random.nextInt(3) + 1 : -1;
    List<SimPlace> places = places();
    this.replicas =
        new SimReplicas(
            random.nextInt(5),
            places.stream().filter(place -> !place.pool.isolated()).toList(),
            actor -> fleet.of(poolOf(actor)).givenUp(),
            () -> mishaps >= BAD_LUCK,
            random.split(),
            this::post);
    int slots = count * settings.slots(WorkerPool.PLAIN) + 2;
    this.engine = new SimEngine(elements, slots, places, replicas, random.split(), this::post);
    if (expected == 0 || random.nextBoolean()) {
      fleet.grow(WorkerPool.PLAIN, count);
    }
    tick();
    misfortune();
  }

  private List<SimPlace> places() {
    return SimPlace.ALL.stream()
        .filter(place -> place.equals(SimPlace.PLAIN) || random.nextInt(3) == 0)
        .toList();
  }

  /** Replicas are spread over all workers that are expected, which are as large as that takes. */
  private WorkerPool poolOf(ActorPlan actor) {
    return pooling.of(actor);
  }

  private int shareOf(ActorPlan actor) {
    return options.elastic() == null ? pooling.share(actor) : 1;
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
    if (misfortunes >= MISFORTUNES) {
      return;
    }
    if (!fleet.workers().isEmpty()) {
      misfortunes++;
      strike(fleet.any());
    }
    clock.after(random.nextLong(3 * LEASE), this::misfortune);
  }

  private void strike(SimWorker unlucky) {
    // A suspect that is unlucky three times would be taken for poison.
    if (!unlucky.careful()) {
      mishaps++;
      switch (random.nextInt(5)) {
        case 0 -> unlucky.life().die();
        case 1 -> unlucky.life().cut();
        case 2 -> unlucky.link().mute(random.nextLong(3 * LEASE));
        case 3 -> unlucky.life().drain();
        // About as long as the lease, which is what it is most tempting to get wrong.
        default -> unlucky.link().stop(LEASE / 2 + random.nextLong(LEASE));
      }
    }
  }

  /** Lets it happen; fails if anything is not as it must be. */
  void run() {
    while (!engine.finished()) {
      if (!clock.step(LONGEST)) {
        throw new AssertionError("Nothing must get stuck; found " + engine.state() + ".");
      }
    }
    engine.lost.forEach(this::checkLost);
  }

  private void checkLost(int element, String why) {
    boolean poisonous = element == poison && why.contains("3 workers were lost");
    SimPool pool = fleet.of(pooling.of(engine.place(element).chain));
    if (!poisonous && !(pool.givenUp() && why.endsWith(pool.lastWords()))) {
      throw new AssertionError("Element " + element + " must not be given up: " + why);
    }
  }

  private void post(GatewayEvent event) {
    mailbox.add(event);
    if (!handling) {
      handling = true;
      for (GatewayEvent next = mailbox.poll(); next != null; next = mailbox.poll()) {
        if (next instanceof OfWorker.Joined joined) {
          fleet.named(joined.pool()).joined(joined.instance());
        }
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
    return ++streams;
  }

  @Override
  public void starts(SimWorker worker, String what, boolean careful) {
    if (gateway.sessions().stream().noneMatch(session -> session.id() == worker.stream())) {
      throw new AssertionError(what + " must not start once the worker's lease is over.");
    }
    if (worker.overburdened(careful)) {
      throw new AssertionError("A worker must not be given more than it has slots for.");
    }
    if (worker.pool().pool.isolated() && worker.life().begun() > 1) {
      throw new AssertionError(what + " must get a process that has carried out nothing yet.");
    }
  }

  @Override
  public void startsStatic(SimWorker worker, int element) {
    WorkerPool wanted = pooling.of(engine.place(element).chain);
    if (!worker.pool().pool.equals(wanted)) {
      throw new AssertionError(
          "Element %d must run in pool %s; found %s."
              .formatted(element, wanted, worker.pool().pool));
    }
  }

  @Override
  public void exited(SimPool pool, String instance) {
    if (pool.told()) {
      clock.after(
          random.nextLong(LEASE / 50),
          () -> {
            pool.exited(instance);
            post(new GatewayEvent.Exited(pool.pool.name(), instance, pool.lastWords()));
          });
    }
  }

  @Override
  public void mishap() {
    mishaps++;
  }

  @Override
  public boolean poison(int element) {
    return element == poison;
  }

  @Override
  public Sent assign(long stream, Assignment assignment) {
    int to = assignment.from();
    while (to < assignment.to() && !SimEngine.unfitAt(to)) {
      to++;
    }
    if (to > assignment.from()) {
      fleet.worker(stream).receive(stream, assignment, to);
    }
    return new Sent(to, to < assignment.to() ? unfit(to) : null);
  }

  private static ElementFailure unfit(int element) {
    return new ElementFailure(
        element, 0, new Object[1], new IllegalStateException("unfit"), FailureKind.FATAL, 0);
  }

  @Override
  public void cancel(long stream, long assignment, int limit) {}

  @Override
  public void takeBack(long stream, long assignment) {
    fleet.worker(stream).takeBack(stream, assignment);
  }

  @Override
  public void decide(long stream, long assignment, int element, boolean goOn) {
    fleet.worker(stream).answer(stream, assignment, element, goOn);
  }

  @Override
  public void proceed(long stream, long assignment, int element) {
    fleet.worker(stream).answer(stream, assignment, element, true);
  }

  private void checkMaking(long stream, Home home) {
    ActorPlan actor = home.replica().actor();
    Session session =
        gateway.sessions().stream().filter(any -> any.id() == stream).findFirst().orElseThrow();
    if (!session.serves(poolOf(actor))) {
      throw new AssertionError("A replica must be made in its pool; found " + session.pool());
    }
    if ((options.elastic() != null || home.pool().sized())
        && session.homeCount() > shareOf(actor)) {
      throw new AssertionError("A worker must not get more replicas than it has memory for.");
    }
  }

  @Override
  public @Nullable Throwable make(long stream, Home home) {
    checkMaking(stream, home);
    fleet.worker(stream).make(stream, home.id(), home.replica());
    return null;
  }

  @Override
  public void close(long stream, long home) {
    fleet.worker(stream).close(stream, home);
  }

  @Override
  public void drain(long stream) {
    fleet.worker(stream).drain(stream);
  }

  @Override
  public void need(WorkerPool pool, int count) {
    fleet.need(pool, count, engine.batchesFor(pool, pooling) + replicas.count());
  }

  @Override
  public void dismiss(long stream, String reason) {
    fleet.workers().stream()
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
