package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.Home.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The batches that wait for a worker, and which of them goes where. */
final class Placement {

  private final Workers workers;
  private final Homes homes;
  private final Gateway gateway;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final Deque<Delivery> wide = new ArrayDeque<>();
  private final Deque<Delivery> onReplicas = new ArrayDeque<>();
  private final Deque<Delivery> suspects = new ArrayDeque<>();
  private long assignments;

  Placement(Workers workers, Homes homes, Gateway gateway) {
    this.workers = workers;
    this.homes = homes;
    this.gateway = gateway;
  }

  void add(Delivery delivery) {
    queueOf(delivery).addLast(delivery);
  }

  void forget(Delivery delivery) {
    if (!waiting.remove(delivery) && !wide.remove(delivery) && !onReplicas.remove(delivery)) {
      suspects.remove(delivery);
    }
  }

  private Deque<Delivery> queueOf(Delivery delivery) {
    if (delivery.suspected()) {
      return suspects;
    }
    if (delivery.home() != null) {
      return onReplicas;
    }
    return delivery.batch().wide() ? wide : waiting;
  }

  void placeAll(long now) {
    workers.releaseReserved();
    if (!suspects.isEmpty()) {
      placeSuspects();
    }
    homes.placeAll(now);
    if (!onReplicas.isEmpty()) {
      placeOnReplicas();
    }
    while (!waiting.isEmpty() && place(waiting, workers.mostFree())) {}
    while (!wide.isEmpty() && place(wide, workers.leastBusy())) {}
  }

  /** Each of them alone in its worker; what waits for that keeps one worker free at a time. */
  private void placeSuspects() {
    boolean reserving = false;
    for (Delivery suspect : List.copyOf(suspects)) {
      Session free = null;
      if (suspect.home() != null) {
        free = homeAlone(suspect.home());
      } else if (!reserving) {
        free = workers.forSuspect();
        reserving = free == null;
      }
      if (free != null) {
        suspects.remove(suspect);
        assign(suspect, free);
      }
    }
  }

  private @Nullable Session homeAlone(Home home) {
    Session session = home.is(State.LIVE) ? home.session() : null;
    if (session == null || !session.takesWork()) {
      return null;
    }
    if (session.idle()) {
      return session;
    }
    workers.reserve(session);
    return null;
  }

  private void placeOnReplicas() {
    for (Delivery delivery : List.copyOf(onReplicas)) {
      Home home = delivery.home();
      Session session = home != null && home.is(State.LIVE) ? home.session() : null;
      if (session != null && Workers.takesBatches(session)) {
        onReplicas.remove(delivery);
        assign(delivery, session);
      }
    }
  }

  private boolean place(Deque<Delivery> queue, @Nullable Session session) {
    if (session == null) {
      return false;
    }
    assign(queue.removeFirst(), session);
    return true;
  }

  private void assign(Delivery delivery, Session session) {
    if (delivery.over()) {
      gateway.finish(delivery);
    } else {
      gateway.assign(session, delivery, ++assignments);
    }
  }
}
