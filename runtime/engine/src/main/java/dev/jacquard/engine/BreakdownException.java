package dev.jacquard.engine;

import dev.jacquard.engine.backend.HeapAdvice;

/**
 * A runtime could not go on, nearly always for want of memory: nothing that it knows of its
 * executions can be trusted any more, so all of them fail with this, and it takes no other. Its
 * cause is what stood in the way.
 */
public final class BreakdownException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** Says what stood in the way. */
  public BreakdownException(Throwable cause) {
    super("The engine must be able to go on; found: " + cause + HeapAdvice.of(cause), cause);
  }
}
