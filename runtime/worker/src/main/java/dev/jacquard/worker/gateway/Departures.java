package dev.jacquard.worker.gateway;

import java.util.ArrayList;
import java.util.List;

/** Lets workers go that have nothing to do, where they come as they are needed. */
final class Departures {

  /** How long the worker of a replica that was retired is kept for the next one. */
  private static final long BETWEEN_REPLICAS_NANOS = 1_000_000_000L;

  private final GatewayEffects effects;
  private final Workers workers;
  private final GatewayOptions options;
  private final List<Session> untold = new ArrayList<>();

  Departures(GatewayEffects effects, Workers workers, GatewayOptions options) {
    this.effects = effects;
    this.workers = workers;
    this.options = options;
  }

  /** The worker takes nothing new; whatever still runs there. */
  void leaves(Session session) {
    session.takesNoMore();
    if (session.leave()) {
      untold.add(session);
    }
  }

  /**
   * Says who leaves, after it has been said how many are of use: else one would be missed whose
   * last call has just ended. One that has connected again in the meantime does not leave.
   */
  void tell() {
    for (Session session : untold) {
      if (workers.ofInstance(session.pool(), session.instance()).stream()
          .allMatch(Session::leaving)) {
        effects.leaving(session.pool(), session.instance());
      }
    }
    untold.clear();
  }

  /** It has ended what it was there for. */
  void drain(Session session) {
    effects.drain(session.id());
    leaves(session);
  }

  /** Looks at who has nothing to do, after what waits has been placed. */
  void drainIdle(long now) {
    Elastic elastic = options.elastic();
    if (elastic == null) {
      return;
    }
    for (Session session : workers.all()) {
      boolean idle = session.takesWork() && session.busy() == 0 && session.homeCount() == 0;
      if (!idle) {
        session.busyAt(now);
      } else if (now - session.idleSince() >= mostIdle(session, elastic)) {
        drain(session);
      }
    }
  }

  private static long mostIdle(Session session, Elastic elastic) {
    return session.hadReplica()
        ? Math.min(BETWEEN_REPLICAS_NANOS, elastic.idleNanos())
        : elastic.idleNanos();
  }
}
