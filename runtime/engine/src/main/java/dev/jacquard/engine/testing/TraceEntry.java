package dev.jacquard.engine.testing;

/**
 * Something that happened to a call in a stepped run.
 *
 * @param kind what
 * @param call the path of the node, and the elements of the maps around it: {@code
 *     flags/isAnomalous[3]}
 * @param task the id of the task
 * @param attempt which attempt, from one
 */
public record TraceEntry(Kind kind, String call, String task, int attempt) {

  /** What happened. */
  public enum Kind {
    /** The task's method was entered. */
    STARTED,
    /** It returned. */
    SUCCEEDED,
    /** It threw. */
    FAILED
  }
}
