package dev.jacquard;

import dev.jacquard.spi.CallContext;
import dev.jacquard.spi.CurrentCall;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a running task may know of its call, and tell about it.
 *
 * <p>{@link #current()} finds it for the thread that runs the task. It may be handed to threads
 * that the task starts, all of its methods are thread-safe, and it is valid until the task returns.
 *
 * <p>Outside a runtime it gives harmless defaults, told at each method, so that tasks run as plain
 * Java in tests.
 */
public final class TaskContext {

  private final CallContext call;

  private TaskContext(CallContext call) {
    this.call = call;
  }

  /** Returns the context of the task that runs in this thread; one of defaults if none does. */
  public static TaskContext current() {
    CallContext call = CurrentCall.ofThread().get();
    return new TaskContext(call == null ? new OutsideRuntime() : call);
  }

  /** Returns which attempt of the call this is, from one. Outside a runtime: 1. */
  public int attempt() {
    return call.attempt();
  }

  /**
   * Returns which element of the innermost map around it the call is for, from zero; empty outside
   * a map. Outside a runtime: empty.
   */
  public OptionalInt elementIndex() {
    return call.elementIndex();
  }

  /**
   * Returns the id of the execution that the call belongs to. Outside a runtime: {@code
   * "plain-java"}.
   */
  public String executionId() {
    return call.executionId();
  }

  /**
   * Returns a key that is the same for every attempt of this call, also when the execution is
   * resumed, and different for every other call: what to give a service that must do something
   * once. Outside a runtime: a random one for each {@link #current()}.
   */
  public String idempotencyKey() {
    return call.idempotencyKey();
  }

  /**
   * Returns whether the result is no longer wanted: the execution is being cancelled, or the
   * attempt has timed out. The thread is interrupted too. Outside a runtime: whether the thread is
   * interrupted.
   */
  public boolean isCancelled() {
    return call.isCancelled();
  }

  /**
   * Ends the task if its result is no longer wanted.
   *
   * @throws TaskAbortedException if {@link #isCancelled()}
   */
  public void checkCancelled() {
    if (isCancelled()) {
      throw new TaskAbortedException("The call was cancelled.");
    }
  }

  /**
   * Tells that the task is alive and moving on. Cheap enough for an inner loop. Outside a runtime:
   * nothing.
   */
  public void heartbeat() {
    call.heartbeat();
  }

  /**
   * Tells how much of the task is done; a heartbeat as well. Outside a runtime: nothing.
   *
   * @param fraction from 0 to 1; what is below or above counts as 0 or 1, and NaN is left aside
   */
  public void progress(double fraction) {
    if (!Double.isNaN(fraction)) {
      call.progress(Math.max(0, Math.min(1, fraction)));
    }
  }

  /**
   * Tells how much of the task is done; a heartbeat as well. Outside a runtime: nothing.
   *
   * @param done how many parts are done
   * @param total how many parts there are; of none, all are done
   */
  public void progress(long done, long total) {
    progress(total <= 0 ? 1 : (double) done / total);
  }

  /**
   * Returns a secret that {@link Task#secrets} or {@link Actor#secrets} names. Outside a runtime:
   * the environment variable of that name.
   *
   * @param name the secret's name, without group and key
   * @return its text
   * @throws NoSuchElementException if there is none of that name
   */
  public String secret(String name) {
    Objects.requireNonNull(name, "name");
    return call.secret(name)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "A secret must be named by the task and known where it runs; found none"
                        + " named \""
                        + name
                        + "\". Add it to the task's secrets, or outside a runtime set the"
                        + " environment variable."));
  }
}
