package dev.jacquard.worker.gateway;

import java.util.ArrayDeque;
import java.util.Deque;

/** Batches of static tasks that wait for a worker of one pool. */
final class PoolQueue {

  final Deque<Delivery> narrow = new ArrayDeque<>();
  final Deque<Delivery> wide = new ArrayDeque<>();

  void add(Delivery delivery) {
    (delivery.batch().wide() ? wide : narrow).addLast(delivery);
  }

  void remove(Delivery delivery) {
    if (!narrow.remove(delivery)) {
      wide.remove(delivery);
    }
  }

  int size() {
    return narrow.size() + wide.size();
  }
}
