package dev.jacquard.worker.grpc;

import dev.jacquard.worker.gateway.WorkerPool;

/** Starts workers, and hears what becomes of them. None of it may wait. */
@FunctionalInterface
public interface WorkerStarter {

  /** Asks for workers of a pool, so many in all. */
  void need(WorkerPool pool, int workers);

  /** A worker of a pool serves. */
  default void serving(String pool, String instance) {}

  /**
   * A worker of a pool takes nothing new from here on, and will have left a little later; unless it
   * was cut off, and serves again.
   */
  default void leaving(String pool, String instance) {}
}
