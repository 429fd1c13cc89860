package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.FromWorker;

/** What an assignment needs of the stream that it came by. Thread-safe. */
interface Link {

  /** Sends a message, as long as the stream lasts. */
  void send(FromWorker.Builder message);

  /** The time. */
  long now();

  /** The process had better take nothing new. */
  void wornOut();

  /** The assignment has ended. */
  void ended(AssignedBatch batch);
}
