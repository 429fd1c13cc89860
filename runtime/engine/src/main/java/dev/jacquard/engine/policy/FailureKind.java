package dev.jacquard.engine.policy;

/** Whose fault a failed attempt is; each kind is counted apart. */
public enum FailureKind {
  /** The task threw, or took too long: counts against its retries. */
  USER,
  /** What carried the call was lost: tried again up to a limit of its own. */
  SYSTEM,
  /** Wrong input, modified arguments, missing code: trying again cannot help. */
  FATAL
}
