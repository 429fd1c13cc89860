package dev.jacquard.worker.gateway;

import java.util.LinkedHashSet;
import java.util.Set;

/** Batches of static tasks that wait for a worker of one pool. */
final class PoolQueue {

  // Sets, for each batch that ends is looked for here.
  final Set<Delivery> narrow = new LinkedHashSet<>();
  final Set<Delivery> wide = new LinkedHashSet<>();

  void add(Delivery delivery) {
    (delivery.batch().wide() ? wide : narrow).add(delivery);
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
