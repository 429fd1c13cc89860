package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;

/** What surrounds a worker. */
interface SimWorld {

  /** Hands a message to the gateway. */
  void deliver(OfWorker event);

  /** Returns the number of a new stream. */
  long nextStream();

  /** A call or a constructor starts; the world minds whether it may. */
  void starts(SimWorker worker, String what, boolean careful);

  /** A call of a static task starts. */
  void startsStatic(SimWorker worker, int element);

  /** The process of a worker has ended, with what it may have printed. */
  void exited(SimPool pool, String instance);

  /** Something other than its calls takes a worker down. */
  void mishap();

  /** Whether an element takes its process down. */
  boolean poison(int element);
}
