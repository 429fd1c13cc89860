package dev.jacquard.engine.policy;

/** What to do about a failed attempt. */
public sealed interface Decision {

  /**
   * Try again after a pause.
   *
   * @param delayNanos how long
   */
  record Retry(long delayNanos) implements Decision {}

  /** The call has failed. */
  record GiveUp() implements Decision {}
}
