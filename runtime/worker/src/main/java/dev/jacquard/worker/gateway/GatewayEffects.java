package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.ElementFailure;
import org.jspecify.annotations.Nullable;

/** What the gateway can do. None of it waits. */
public interface GatewayEffects {

  /**
   * Sends an assignment to its worker.
   *
   * @return what was sent: all, or only what stands before an element that cannot be sent
   */
  Sent assign(long worker, Assignment assignment);

  /** Says that elements from a limit on are no longer wanted. */
  void cancel(long worker, long assignment, int limit);

  /** Asks for half of what has not started. */
  void takeBack(long worker, long assignment);

  /** Says whether to go on after a failure. */
  void decide(long worker, long assignment, int element, boolean goOn);

  /** Lets a careful worker start an element. */
  void proceed(long worker, long assignment, int element);

  /**
   * Has a worker make a replica.
   *
   * @return why it cannot be sent; null if it was
   */
  @Nullable Throwable make(long worker, Home home);

  /** Has a worker close a replica. */
  void close(long worker, long home);

  /** Has a worker take nothing new, and leave when it has ended what it has. */
  void drain(long worker);

  /**
   * Asks for workers of a pool, so many in all; more often than not they come a little later. Where
   * workers come and go with the work, so many are of use now.
   */
  void need(WorkerPool pool, int workers);

  /** A worker of a pool serves. */
  default void serving(String pool, String instance) {}

  /**
   * A worker of a pool takes nothing new from here on, and will have left a little later; unless it
   * was cut off, and serves again.
   */
  default void leaving(String pool, String instance) {}

  /** Ends the stream of a worker whose word counts no more. */
  void dismiss(long worker, String reason);

  /**
   * What was sent of an assignment.
   *
   * @param to the end
   * @param unfit why the element there could not be sent; null if nothing is wrong
   */
  record Sent(int to, @Nullable ElementFailure unfit) {}
}
