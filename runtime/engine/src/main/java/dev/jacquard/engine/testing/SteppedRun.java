package dev.jacquard.engine.testing;

import dev.jacquard.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a stepped run. Equal seeds give equal runs.
 *
 * @param value the result, where it succeeded
 * @param cause what failed, where it failed
 * @param node the path of the node that failed; empty if none did
 * @param elements which elements of the maps around that node, the outermost first
 * @param trace what happened to calls, in order
 */
public record SteppedRun(
    @Nullable Object value,
    @Nullable Throwable cause,
    String node,
    List<Integer> elements,
    List<TraceEntry> trace) {

  /** Copies the lists. */
  public SteppedRun {
    elements = List.copyOf(elements);
    trace = List.copyOf(trace);
  }

  /** Returns the failure as a value; empty if the run succeeded. */
  public Optional<Failure> failure() {
    return cause == null ? Optional.empty() : Optional.of(Failure.of(cause));
  }
}
