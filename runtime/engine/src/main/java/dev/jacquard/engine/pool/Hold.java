package dev.jacquard.engine.pool;

/** What an execution has of a pool from {@code new} on until it lets go of it. */
public final class Hold {

  private final Pool pool;
  private final Listener listener;
  private boolean released;

  Hold(Pool pool, Listener listener) {
    this.pool = pool;
    this.listener = listener;
  }

  /** Hears whether the pool can be used; one call of one method, at any time from the start on. */
  public interface Listener {
    /** The pool has a replica. */
    void opened(Hold hold);

    /** No replica could be made. */
    void failed(Throwable cause);
  }

  /** The pool. */
  public Pool pool() {
    return pool;
  }

  void opened() {
    listener.opened(this);
  }

  void failed(Throwable cause) {
    listener.failed(cause);
  }

  /** Whether it has been let go of. */
  public boolean isReleased() {
    return released;
  }

  /** Lets go; returns whether that is new. */
  boolean release() {
    boolean first = !released;
    released = true;
    return first;
  }
}
