package dev.jacquard.engine.schedule;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life cycle of a call. What the table does not have must not happen. */
enum CallState {
  /** Waits for a slot. */
  READY,
  /** An attempt is at the backend. */
  RUNNING,
  /** An attempt has failed; the next waits for its time. */
  BACKOFF,
  /** An attempt that nobody wants any longer is still at the backend. */
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** What moves a call from state to state. */
  enum Trigger {
    DISPATCH,
    COMPLETE,
    RETRY,
    RING,
    GIVE_UP,
    CANCEL,
    ACKNOWLEDGE
  }

  private static final Map<CallState, Map<Trigger, CallState>> TABLE =
      new EnumMap<>(CallState.class);

  static {
    row(READY, Trigger.DISPATCH, RUNNING);
    row(READY, Trigger.CANCEL, CANCELLED);
    row(RUNNING, Trigger.COMPLETE, SUCCEEDED);
    row(RUNNING, Trigger.RETRY, BACKOFF);
    row(RUNNING, Trigger.GIVE_UP, FAILED);
    row(RUNNING, Trigger.CANCEL, CANCELLING);
    row(BACKOFF, Trigger.RING, READY);
    row(BACKOFF, Trigger.CANCEL, CANCELLED);
    row(CANCELLING, Trigger.ACKNOWLEDGE, CANCELLED);
  }

  private static void row(CallState from, Trigger trigger, CallState to) {
    TABLE.computeIfAbsent(from, state -> new EnumMap<>(Trigger.class)).put(trigger, to);
  }

  /** Returns the state that follows. */
  CallState on(Trigger trigger) {
    @Nullable CallState next = TABLE.getOrDefault(this, Map.of()).get(trigger);
    if (next == null) {
      throw new IllegalStateException(
          "A call that is "
              + this
              + " must not meet "
              + trigger
              + "; the life cycle has no such move.");
    }
    return next;
  }
}
