package dev.jacquard;

/**
 * An {@link Actor} that gets ready before its first call: implement it beside the actor's own
 * methods, to fill caches or to let the virtual machine compile what calls will need.
 *
 * <p>The runtime calls {@link #warmUp} once for each replica, after the constructor and before the
 * first call is sent to it; the time is not that of a call, and counts against no timeout. Where it
 * throws, the replica has failed as if its constructor had thrown. Used outside a graph an actor is
 * an ordinary object: nobody calls {@code warmUp}, so no answer may depend on it.
 */
public interface Warmup {

  /**
   * Gets a replica ready for calls.
   *
   * @throws Exception where it cannot be made ready
   */
  void warmUp() throws Exception;
}
