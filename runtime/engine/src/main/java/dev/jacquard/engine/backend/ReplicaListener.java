package dev.jacquard.engine.backend;

import dev.jacquard.engine.pool.Replica;

/** Hears what becomes of a replica, on any thread. Must not block or throw. */
public interface ReplicaListener {

  /** It has been made, and takes calls. */
  void created(Replica replica);

  /**
   * It could not be made, and is forgotten; it may be asked for again.
   *
   * @param cause what its constructor threw, or what stands in the way of it
   */
  void failed(Replica replica, Throwable cause);

  /** It has been retired, whatever its {@code close} has thrown. */
  void retired(Replica replica);

  /** It is no more, though nobody has asked for that. */
  void lost(Replica replica);
}
