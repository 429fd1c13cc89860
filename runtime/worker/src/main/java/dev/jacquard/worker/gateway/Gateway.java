package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.gateway.GatewayEvent.OfEngine;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands batches to workers, and makes one story of what they report. Not thread-safe: one event
 * after another.
 *
 * <p>Every batch ends once for the engine, whatever becomes of workers. What a worker says counts
 * while its lease lasts, and of assignments that it still has; a word about any other is ignored.
 */
// Not final, so that a test can plant mistakes, and see that they are found.
public class Gateway {

  private final GatewayEffects effects;
  private final GatewayOptions options;
  private final Workers workers = new Workers();
  private final Map<Batch, Delivery> deliveries = new LinkedHashMap<>();
  private final Reports reports;
  private final Homes homes;
  private final Words words;
  private final Losses losses;
  private final Hopes hopes;
  private final Placement placement;
  private final Pooling pooling;
  private final ElasticDemand elastic;
  private final Departures departures;
  private boolean closed;
  private long now;

  /** Makes a gateway without workers. */
  @SuppressWarnings("this-escape") // it is kept there, and not called before all is set
  public Gateway(GatewayEffects effects, GatewayOptions options) {
    this.effects = effects;
    this.options = options;
    this.reports = new Reports(effects);
    this.hopes = new Hopes(options.vainStarts());
    Demand demand = new Demand(effects, options, workers);
    this.pooling = new Pooling(options);
    this.elastic = new ElasticDemand(effects, options, workers);
    this.departures = new Departures(effects, workers, options);
    this.homes = new Homes(this, effects, options, workers, demand, pooling);
    this.losses = new Losses(this, reports, homes, hopes, workers, options);
    this.words = new Words(this, reports, homes);
    this.placement = new Placement(workers, homes, this, demand, options);
  }

  /** Handles an event that was seen at a time. */
  public final void handle(GatewayEvent event, long nanos) {
    now = nanos;
    if (event instanceof OfEngine asked) {
      ofEngine(asked);
    } else if (event instanceof OfWorker seen) {
      ofWorker(seen);
    } else if (event instanceof GatewayEvent.OfProcess ended) {
      ofProcess(ended);
    } else if (event instanceof GatewayEvent.Tick) {
      workers.silentSince(now).forEach(this::expire);
    }
    placement.placeAll(now);
    departures.drainIdle(now);
    elastic.tell(deliveries.values(), homes);
    departures.tell();
  }

  private void ofProcess(GatewayEvent.OfProcess event) {
    if (event instanceof GatewayEvent.Exited exited) {
      workers
          .ofInstance(exited.pool(), exited.instance())
          .forEach(session -> session.lostWith(exited.lastWords()));
      lose(exited, true);
      workers.ended(exited.pool(), exited.instance());
      hopes.of(exited.pool()).exited(exited.instance(), exited.lastWords());
    } else if (event instanceof GatewayEvent.Removed removed) {
      lose(removed, false);
      workers.ended(removed.pool(), removed.instance());
    } else if (event instanceof GatewayEvent.Hopeless hopeless) {
      hopes.of(hopeless.pool()).giveUp(hopeless.reason());
    }
    losses.failWithoutHope();
  }

  private void lose(GatewayEvent.OfInstance ended, boolean died) {
    workers.ofInstance(ended.pool(), ended.instance()).forEach(session -> lose(session, died));
  }

  /** All batches that have not ended. */
  final List<Delivery> deliveries() {
    return List.copyOf(deliveries.values());
  }

  /** A replica could not be made again. */
  final void homeless(Home home) {
    losses.homeless(home);
  }

  /** Whether nothing is under way. */
  public final boolean idle() {
    return deliveries.isEmpty();
  }

  private void ofEngine(OfEngine event) {
    if (event instanceof OfEngine.Submit submit) {
      submit(submit.batch());
    } else if (event instanceof OfEngine.Cancel cancel) {
      cancel(deliveries.get(cancel.batch()));
    } else if (event instanceof OfEngine.TakeBack asked) {
      takeBack(asked.batch());
    } else if (event instanceof OfEngine.Create create) {
      hopeAnew(pooling.of(create.replica().actor()));
      homes.create(create.replica(), create.listener(), now);
      losses.failWithoutHope();
    } else if (event instanceof OfEngine.Retire retire) {
      homes.retire(retire.replica(), retire.listener());
    } else if (event instanceof OfEngine.Close) {
      closed = true;
      homes.close();
      deliveries.keySet().forEach(batch -> batch.lowerLimit(0));
      new ArrayList<>(deliveries.values()).forEach(this::cancel);
    } else if (event instanceof OfEngine.GiveUp) {
      workers.all().forEach(session -> effects.dismiss(session.id(), "The gateway is closed."));
      new ArrayList<>(deliveries.values()).forEach(this::finish);
    }
  }

  private void submit(Batch batch) {
    Replica replica = batch.replica();
    Home home = replica == null ? null : homes.find(replica);
    WorkerPool pool = home == null ? pooling.of(batch.chain()) : home.pool();
    hopeAnew(pool);
    Delivery delivery = new Delivery(batch, home, pool);
    deliveries.put(batch, delivery);
    if (closed || (replica != null && home == null)) {
      finish(delivery);
    } else {
      placement.add(delivery);
      losses.failWithoutHope();
    }
  }

  private void cancel(@Nullable Delivery delivery) {
    if (delivery == null) {
      return;
    }
    Assignment assignment = delivery.assignment();
    if (assignment != null) {
      effects.cancel(assignment.session().id(), assignment.id(), delivery.batch().limit());
    } else if (delivery.over()) {
      finish(delivery);
    }
  }

  private void takeBack(Batch batch) {
    Delivery delivery = deliveries.get(batch);
    Assignment assignment = delivery == null ? null : delivery.assignment();
    if (assignment != null) {
      assignment.takeBackAsked();
      effects.takeBack(assignment.session().id(), assignment.id());
    } else if (delivery == null) {
      batch.listener().takenBack(batch, batch.limit(), batch.limit());
    } else if (delivery.suspected()) {
      delivery.takeBackAsked(); // answered by the worker that gets it, so that nobody asks again
    } else {
      Batch.TakenBack half = batch.takeBackHalf();
      batch.listener().takenBack(batch, half.from(), half.to());
    }
  }

  private void ofWorker(OfWorker event) {
    if (event instanceof OfWorker.Joined joined) {
      join(joined);
      return;
    }
    Session session = workers.find(event.worker());
    if (session == null || session.severed()) {
      strange(event);
    } else if (event instanceof OfWorker.Severed) {
      session.sever();
    } else if (event instanceof OfWorker.Left) {
      lose(session, false);
      workers.ended(session.pool(), session.instance());
      losses.failWithoutHope();
    } else {
      session.renewUntil(now + options.leaseNanos());
      if (event instanceof OfWorker.Draining) {
        departures.leaves(session);
        homes.draining(session, now);
      } else {
        words.heed(session, event);
      }
    }
  }

  /**
   * Workers that come as they are needed are asked for again when, after a failure, nobody needed
   * them for a moment: whoever makes them begins anew by the same sign.
   */
  private void hopeAnew(WorkerPool pool) {
    if (options.elastic() != null && elastic.told(pool) == 0) {
      hopes.of(pool.name()).renew();
    }
  }

  /** A word of a worker whose lease is over changes nothing. */
  void strange(OfWorker event) {}

  private void join(OfWorker.Joined joined) {
    List<Session> before = workers.ofInstance(joined.pool(), joined.instance());
    if (before.stream().anyMatch(session -> session.id() > joined.worker())) {
      effects.dismiss(joined.worker(), "The process has connected again.");
      return;
    }
    for (Session session : before) {
      effects.dismiss(session.id(), "The process has connected again.");
      lose(session, false);
    }
    Session session =
        new Session(joined.worker(), joined.instance(), joined.pool(), joined.slots());
    session.renewUntil(now + options.leaseNanos());
    workers.add(session);
    session.busyAt(now);
    hopes.of(joined.pool()).joined(joined.instance());
    effects.serving(joined.pool(), joined.instance());
    if (!session.takesWork()) {
      departures.drain(session);
    }
  }

  final void heed(Assignment assignment, OfWorker event) {
    try {
      words.heed(assignment, event);
    } catch (ProtocolException e) {
      Session session = assignment.session();
      effects.dismiss(session.id(), e.getMessage());
      lose(session, true);
    }
  }

  /** An assignment has ended, which its worker says it has carried out for so long. */
  final void end(Assignment assignment, long nanos) {
    Delivery delivery = assignment.delivery();
    delivery.took(Math.max(0, Math.min(nanos, now - assignment.since())));
    release(assignment);
    if (delivery.pool().isolated()) {
      departures.drain(assignment.session());
    }
    finish(delivery);
  }

  private void expire(Session session) {
    effects.dismiss(session.id(), "Nothing was heard of it for longer than its lease.");
    lose(session, true);
    losses.failWithoutHope();
  }

  /** A worker's word counts no more; its batches go to others. */
  private void lose(Session session, boolean died) {
    if (!workers.remove(session)) {
      return;
    }
    departures.leaves(session);
    for (Assignment assignment : new ArrayList<>(session.running())) {
      Delivery delivery = assignment.delivery();
      release(assignment);
      if (!delivery.over() && died) {
        losses.suspect(assignment);
      }
      if (delivery.over() || (assignment.careful() && !delivery.suspected())) {
        finish(delivery);
      } else {
        placement.add(delivery);
      }
    }
    homes.lost(session, died, now);
  }

  /** The assignment is no longer its worker's. */
  void release(Assignment assignment) {
    workers.take(assignment);
    assignment.delivery().assignTo(null);
    Home home = assignment.delivery().home();
    if (home != null) {
      homes.callEnded(home, now);
    }
    Batch batch = assignment.batch();
    while (assignment.answerTakeBack()) {
      batch.listener().takenBack(batch, batch.limit(), batch.limit());
    }
  }

  /** Gives a batch to a worker. */
  void assign(Session session, Delivery delivery, long id) {
    Batch batch = delivery.batch();
    boolean careful = delivery.suspected();
    int to = careful ? Math.min(delivery.suspectsEnd(), batch.limit()) : batch.limit();
    if (delivery.pool().isolated()) {
      to = Math.min(to, delivery.next() + 1);
    }
    Assignment assignment = new Assignment(id, session, delivery, to, careful, now);
    workers.give(assignment);
    delivery.assignTo(assignment);
    if (delivery.home() != null) {
      delivery.home().callBegins();
    }
    GatewayEffects.Sent sent = effects.assign(session.id(), assignment);
    assignment.endAt(sent.to());
    if (sent.unfit() != null && sent.to() == assignment.from()) {
      release(assignment);
      reports.fail(delivery, sent.unfit());
      finish(delivery);
    } else if (delivery.pool().isolated()) {
      workers.use(session);
    }
    while (delivery.assignment() != null && delivery.answerTakeBack()) {
      takeBack(batch);
    }
  }

  /** The batch has ended: what it has not come to is the engine's again. */
  final void finish(Delivery delivery) {
    Assignment left = delivery.assignment();
    if (left != null) {
      release(left);
    }
    placement.forget(delivery);
    deliveries.remove(delivery.batch());
    while (delivery.answerTakeBack()) {
      takeBack(delivery.batch());
    }
    delivery.batch().listener().ended(delivery.batch(), Math.max(1, delivery.nanos()));
  }

  /** The workers whose word counts, for tests. */
  final List<Session> sessions() {
    return List.copyOf(workers.all());
  }
}
