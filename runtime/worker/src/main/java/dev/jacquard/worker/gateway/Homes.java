package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.gateway.Home.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The replicas that the engine has asked for, and which worker has them. */
final class Homes {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Gateway gateway;
  private final GatewayEffects effects;
  private final GatewayOptions options;
  private final Workers workers;
  private final Demand demand;
  private final Pooling pooling;
  private final Map<Replica, Home> homes = new LinkedHashMap<>();
  private final Map<WorkerPool, Integer> counts = new HashMap<>();
  private final WaitingHomes waiting = new WaitingHomes();
  private long numbers;
  private boolean closed;

  Homes(
      Gateway gateway,
      GatewayEffects effects,
      GatewayOptions options,
      Workers workers,
      Demand demand,
      Pooling pooling) {
    this.gateway = gateway;
    this.demand = demand;
    this.pooling = pooling;
    this.effects = effects;
    this.options = options;
    this.workers = workers;
  }

  @Nullable Home find(Replica replica) {
    return homes.get(replica);
  }

  void create(Replica replica, ReplicaListener listener, long now) {
    Home home = new Home(replica, listener, pooling.of(replica.actor()), now);
    homes.put(replica, home);
    counts.merge(home.pool(), 1, Integer::sum);
    waiting.add(home);
  }

  void retire(Replica replica, ReplicaListener listener) {
    Home home = homes.get(replica);
    Session session = home == null ? null : home.session();
    if (home == null) {
      listener.retired(replica);
    } else if (session == null) {
      remove(home);
      listener.retired(replica);
    } else if (!home.is(State.CLOSING)) {
      home.closing();
      effects.close(session.id(), home.id());
    }
  }

  /** A worker has made a replica. */
  void made(Session session, long id) {
    Home home = session.home(id);
    if (home != null && home.is(State.MAKING)) {
      home.made();
      if (home.tell()) {
        home.listener().created(home.replica());
      }
    }
  }

  /** A worker could not make a replica. */
  void failed(Session session, long id, Throwable cause) {
    Home home = session.home(id);
    if (home != null && home.is(State.MAKING)) {
      take(session, home);
      giveUp(home, cause);
    }
  }

  /** A worker has closed a replica. */
  void closed(Session session, long id) {
    Home home = session.home(id);
    if (home != null && home.is(State.CLOSING)) {
      take(session, home);
      gone(home);
    }
  }

  private void remove(Home home) {
    waiting.remove(home);
    if (homes.remove(home.replica()) != null) {
      counts.merge(home.pool(), -1, Integer::sum);
    }
  }

  private void gone(Home home) {
    remove(home);
    home.listener().retired(home.replica());
  }

  private void giveUp(Home home, Throwable cause) {
    remove(home);
    if (home.told()) {
      home.listener().lost(home.replica());
      gateway.homeless(home);
    } else {
      home.listener().failed(home.replica(), cause);
    }
  }

  /** A worker is lost: what it had is made again elsewhere. */
  void lost(Session session, boolean died, long now) {
    for (Home home : session.homes()) {
      take(session, home);
      if (home.is(State.CLOSING)) {
        gone(home);
      } else if (home.is(State.MAKING) && died && home.died() >= options.lives()) {
        giveUp(home, poison(home));
      } else {
        waitAgain(home, now);
      }
    }
  }

  private FatalCallException poison(Home home) {
    return new FatalCallException(
        ("The constructor of actor %s must leave its worker alive; %d workers were lost one after"
                + " another while they ran it. It is not tried again.%s")
            .formatted(home.replica().actor().name(), options.lives(), home.lastWords()));
  }

  private void take(Session session, Home home) {
    session.remove(home);
    workers.changed(session);
  }

  private void waitAgain(Home home, long now) {
    home.waitAgain(now);
    waiting.add(home);
  }

  /** A worker takes nothing new: what has no call there is made elsewhere. */
  void draining(Session session, long now) {
    for (Home home : session.homes()) {
      leave(session, home, now);
    }
  }

  /** A call on a replica has ended. */
  void callEnded(Home home, long now) {
    home.callEnds();
    Session session = home.session();
    if (session != null && !session.takesWork()) {
      leave(session, home, now);
    }
  }

  private void leave(Session session, Home home, long now) {
    if (home.calm() && !home.is(State.CLOSING)) {
      take(session, home);
      waitAgain(home, now);
    }
  }

  /** Makes no more. */
  void close() {
    closed = true;
  }

  /** Gives replicas that wait to workers. */
  void placeAll(long now) {
    if (waiting.isEmpty() || closed) {
      return;
    }
    for (Home suspect : waiting.suspects()) {
      Session alone = workers.forSuspect(suspect.pool(), room(suspect));
      if (alone != null) {
        give(alone, suspect);
      }
    }
    waiting.poolsOfOthers().forEach(pool -> place(pool, now));
    waiting.forEachPool(demand::tell);
  }

  // Where the first finds no worker, those after it do not either: they are no more pressing.
  private void place(WorkerPool pool, long now) {
    Home home = waiting.first(pool);
    while (home != null) {
      Session session = workers.fewestHomes(pool, mostAt(home, now));
      if (session == null) {
        return;
      }
      give(session, home);
      home = waiting.first(pool);
    }
  }

  private void give(Session session, Home home) {
    waiting.remove(home);
    home.moveTo(session, ++numbers);
    session.add(home);
    workers.changed(session);
    Throwable unfit = effects.make(session.id(), home);
    if (unfit != null) {
      take(session, home);
      giveUp(home, unfit);
    }
  }

  /**
   * How many replicas a worker may have: as many as it has room for, if they say how much each
   * needs; else its share of those of its pool, for as long as it is worth waiting for other
   * workers to start.
   */
  private int mostAt(Home home, long now) {
    if (options.elastic() != null || home.pool().sized()) {
      return room(home);
    }
    boolean patient = now - home.since() < options.patienceNanos();
    int expected = options.expectedWorkers();
    return patient && expected > 0
        ? (counts.getOrDefault(home.pool(), 0) + expected - 1) / expected
        : UNLIMITED;
  }

  private int room(Home home) {
    if (options.elastic() != null) {
      return 1;
    }
    return home.pool().sized() ? pooling.share(home.replica().actor()) : UNLIMITED;
  }

  /** Names the pool of each replica that has a worker or waits for one. */
  void needs(Consumer<WorkerPool> pools) {
    homes.values().forEach(home -> pools.accept(home.pool()));
  }

  /** Replicas that no worker has room for, and none will come for, need not wait. */
  void failHopeless(Hopes hopes) {
    for (Home home : waiting.all()) {
      Hope hope = hopes.of(home.pool().name());
      if (hope.lost() && workers.full(home.pool(), room(home))) {
        giveUp(home, new FatalCallException(hope.reason()));
      }
    }
  }
}
