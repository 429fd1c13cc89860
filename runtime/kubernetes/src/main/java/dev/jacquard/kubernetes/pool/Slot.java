package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodTrouble;
import org.jspecify.annotations.Nullable;

/** One pod of a pool, from being asked for to its end. */
final class Slot {

  /** How far it has come. */
  enum State {
    ASKED,
    STARTING,
    RUNNING,
    SERVING,
    LEAVING,
    ENDED
  }

  private State state = State.ASKED;
  private boolean served;
  private boolean inherited;
  private boolean ending;
  private String pod = "";
  private @Nullable PodTrouble trouble;
  private long troubledSince;

  /** One that has ended, and is not kept. */
  static Slot past() {
    Slot slot = new Slot();
    slot.ended();
    return slot;
  }

  State state() {
    return state;
  }

  String pod() {
    return pod;
  }

  /** Whether it counts as one that works, or will. */
  boolean live() {
    return state != State.LEAVING && state != State.ENDED;
  }

  /** Whether its pod has been seen running, or serving, and has not ended. */
  boolean runs() {
    return state == State.RUNNING || state == State.SERVING || (served && state == State.LEAVING);
  }

  boolean served() {
    return served;
  }

  void seen(String name, boolean running, @Nullable PodTrouble found, long now) {
    pod = name;
    if (state == State.ASKED || state == State.STARTING) {
      state = running ? State.RUNNING : State.STARTING;
    }
    troubled(running ? null : found, now);
  }

  /** Trouble of the same kind goes on, whatever its words are now. */
  void troubled(@Nullable PodTrouble found, long now) {
    if (found != null && (trouble == null || !found.getClass().equals(trouble.getClass()))) {
      troubledSince = now;
    }
    trouble = found;
  }

  /** Also after it was missed: it was cut off, and has found its way back. */
  void serving() {
    served = true;
    if (!ending && state != State.ENDED) {
      state = State.SERVING;
      trouble = null;
    }
  }

  /** It may have a pod that has worked for an earlier engine, which can have ended unseen. */
  void inherit() {
    inherited = state != State.ASKED;
  }

  boolean inherited() {
    return inherited;
  }

  /** Nothing more is to be had of it, unless it serves again. */
  void leaving() {
    if (state != State.ENDED) {
      state = State.LEAVING;
    }
  }

  /** Its pod is being ended: nothing more is to be had of it. */
  void ending() {
    ending = true;
    leaving();
  }

  void ended() {
    state = State.ENDED;
    trouble = null;
  }

  @Nullable PodTrouble trouble() {
    return trouble;
  }

  long troubledSince() {
    return troubledSince;
  }
}
