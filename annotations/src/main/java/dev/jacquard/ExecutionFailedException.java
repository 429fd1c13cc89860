package dev.jacquard;

import dev.jacquard.spi.Nullable;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Thrown to whoever waits for an execution that has failed. Says where it failed; its cause is the
 * exception itself, or, if that was thrown in another process, one that prints as it did there.
 */
public final class ExecutionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final FailureLocation location;
  private final Failure failure;

  /**
   * Makes the exception. Runtimes call this.
   *
   * @param location where it failed
   * @param failure what failed, as a value
   * @param cause what failed, as an exception; null if there is none to show
   */
  public ExecutionFailedException(
      FailureLocation location, Failure failure, @Nullable Throwable cause) {
    super(message(location, failure), cause);
    this.location = location;
    this.failure = failure;
  }

  /** Returns what failed, as a value. */
  public Failure failure() {
    return failure;
  }

  /** Returns where it failed. */
  public FailureLocation location() {
    return location;
  }

  /** Returns the id of the workflow that was run: binary class name, a dot, and its name. */
  public String workflow() {
    return location.workflow();
  }

  /** Returns the path of the node that failed; empty if no node failed but the whole. */
  public String node() {
    return location.node();
  }

  /**
   * Returns which element of the innermost map around the node failed, from zero; empty outside a
   * map.
   */
  public OptionalInt elementIndex() {
    return location.elementIndex();
  }

  /** Returns the attempt that failed last, from one; 0 if none was made. */
  public int attempt() {
    return location.attempt();
  }

  private static String message(FailureLocation location, Failure failure) {
    StringBuilder text =
        new StringBuilder("Workflow ").append(location.workflow()).append(" failed.");
    if (!location.node().isEmpty()) {
      text.append("\n  node:    ").append(location.node());
    }
    if (!location.elements().isEmpty()) {
      text.append("\n  element: ").append(elements(location));
    }
    if (location.attempt() > 0) {
      text.append("\n  attempt: ").append(location.attempt());
    }
    return text.append("\n  cause:   ").append(failure).toString();
  }

  private static String elements(FailureLocation location) {
    return location.elements().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", in it "));
  }
}
