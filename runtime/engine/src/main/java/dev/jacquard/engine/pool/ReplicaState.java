package dev.jacquard.engine.pool;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life cycle of a replica. What the table does not have must not happen. */
enum ReplicaState {
  /** The backend makes it. */
  STARTING,
  /** Its constructor has failed; the next attempt waits for its time. */
  BACKOFF,
  /** It takes calls. */
  LIVE,
  /** It takes no more calls, and is closed when those in it have ended. */
  DRAINING,
  /** The backend closes it. */
  CLOSING,
  GONE;

  /** What moves a replica from state to state. */
  enum Trigger {
    CREATED,
    FAIL,
    RETRY,
    GIVE_UP,
    DRAIN,
    CLOSE,
    CLOSED,
    LOST
  }

  private static final Map<ReplicaState, Map<Trigger, ReplicaState>> TABLE =
      new EnumMap<>(ReplicaState.class);

  static {
    row(STARTING, Trigger.CREATED, LIVE);
    row(STARTING, Trigger.FAIL, BACKOFF);
    row(STARTING, Trigger.GIVE_UP, GONE);
    row(STARTING, Trigger.CLOSE, CLOSING);
    row(STARTING, Trigger.LOST, GONE);
    row(BACKOFF, Trigger.RETRY, STARTING);
    row(BACKOFF, Trigger.GIVE_UP, GONE);
    row(LIVE, Trigger.DRAIN, DRAINING);
    row(LIVE, Trigger.CLOSE, CLOSING);
    row(LIVE, Trigger.LOST, GONE);
    row(DRAINING, Trigger.CLOSE, CLOSING);
    row(DRAINING, Trigger.LOST, GONE);
    row(CLOSING, Trigger.CLOSED, GONE);
    row(CLOSING, Trigger.LOST, GONE);
  }

  private static void row(ReplicaState from, Trigger trigger, ReplicaState to) {
    TABLE.computeIfAbsent(from, state -> new EnumMap<>(Trigger.class)).put(trigger, to);
  }

  /** Returns the state that follows. */
  ReplicaState on(Trigger trigger) {
    @Nullable ReplicaState next = TABLE.getOrDefault(this, Map.of()).get(trigger);
    if (next == null) {
      throw new IllegalStateException(
          "A replica that is "
              + this
              + " must not meet "
              + trigger
              + "; the life cycle has no such move.");
    }
    return next;
  }
}
