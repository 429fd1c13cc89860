package dev.jacquard.processor.diagnostic;

/** How grave a problem is. */
public enum Severity {
  /** The user must act: no class file is written. */
  ERROR,
  /** The user should act. */
  WARNING
}
