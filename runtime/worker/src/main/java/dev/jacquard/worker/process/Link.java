package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;

/** What an assignment needs of the stream that it came by. Thread-safe. */
interface Link {

  /** Sends a message, as long as the stream lasts. */
  void send(FromWorker.Builder message);

  /**
   * Waits until not too much waits to be sent, or the stream has ended; no longer than until the
   * thread is interrupted.
   *
   * @return how many nanoseconds that has taken
   */
  long awaitRoom();

  /** Where values go that are too long for a message. */
  OffloadTarget offload();

  /** Where values are found that are not in their message. */
  OffloadSource offloaded();

  /** The time. */
  long now();

  /** The process had better take nothing new. */
  void wornOut();

  /** The assignment has ended. */
  void ended(AssignedBatch batch);
}
