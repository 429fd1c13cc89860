package dev.jacquard.engine;

/**
 * Hears what happens in an execution. Called in order, on one thread of the runtime that does
 * nothing else; what it throws is logged and harms nothing.
 */
@FunctionalInterface
public interface ExecutionListener {

  /** Something has happened. */
  void on(ExecutionEvent event);
}
