package dev.jacquard.worker.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The batches that wait for a worker, and which of them goes where. */
final class Placement {

  private final Workers workers;
  private final Gateway gateway;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final Deque<Delivery> wide = new ArrayDeque<>();
  private final Deque<Delivery> suspects = new ArrayDeque<>();
  private long assignments;

  Placement(Workers workers, Gateway gateway) {
    this.workers = workers;
    this.gateway = gateway;
  }

  void add(Delivery delivery) {
    queueOf(delivery).addLast(delivery);
  }

  void forget(Delivery delivery) {
    if (!waiting.remove(delivery) && !wide.remove(delivery)) {
      suspects.remove(delivery);
    }
  }

  private Deque<Delivery> queueOf(Delivery delivery) {
    if (delivery.suspected()) {
      return suspects;
    }
    return delivery.batch().wide() ? wide : waiting;
  }

  void placeAll() {
    if (!suspects.isEmpty()) {
      placeSuspects();
    }
    while (!waiting.isEmpty() && place(waiting, workers.mostFree())) {}
    while (!wide.isEmpty() && place(wide, workers.leastBusy())) {}
  }

  private void placeSuspects() {
    while (!suspects.isEmpty()) {
      Session free = workers.forSuspect();
      if (!place(suspects, free)) {
        return;
      }
    }
    workers.releaseReserved();
  }

  private boolean place(Deque<Delivery> queue, @Nullable Session session) {
    if (session == null) {
      return false;
    }
    Delivery next = queue.removeFirst();
    if (next.over()) {
      gateway.finish(next);
    } else {
      gateway.assign(session, next, ++assignments);
    }
    return true;
  }
}
