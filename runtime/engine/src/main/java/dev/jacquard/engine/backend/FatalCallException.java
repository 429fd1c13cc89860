package dev.jacquard.engine.backend;

/**
 * Thrown where a call cannot be right, whatever is tried: modified arguments, a value that does not
 * survive encoding.
 */
public final class FatalCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes the exception. */
  public FatalCallException(String message) {
    super(message);
  }

  /** Makes the exception with a cause. */
  public FatalCallException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Of what a call, or the constructor of an actor, is given, which cannot be sent. */
  public static FatalCallException ofGiven(Throwable cause) {
    return unfit("What a worker is given", cause);
  }

  /** Of what a call has returned, which cannot be received. */
  public static FatalCallException ofResult(Throwable cause) {
    return unfit("The result", cause);
  }

  private static FatalCallException unfit(String what, Throwable cause) {
    String words =
        cause instanceof OutOfMemoryError
            ? " must fit into the engine's memory; found: "
                + cause.getMessage()
                + HeapAdvice.of(cause)
            : " must survive encoding; found: " + cause.getMessage();
    return new FatalCallException(what + words, cause);
  }
}
