package dev.jacquard.worker.wire;

import dev.jacquard.Failure;
import dev.jacquard.spi.FailureCarrier;

/**
 * Stands for an exception of another process, whose class need not be here: prints as it did there.
 */
@SuppressWarnings("OverrideThrowableToString") // prints the class that it had there
final class RemoteException extends RuntimeException implements FailureCarrier {

  private static final long serialVersionUID = 1;

  private final Failure failure;
  private final String text;

  RemoteException(Failure failure, String text) {
    super(failure.message());
    this.failure = failure;
    this.text = text;
  }

  @Override
  public Failure failure() {
    return failure;
  }

  @Override
  public String toString() {
    return text;
  }
}
