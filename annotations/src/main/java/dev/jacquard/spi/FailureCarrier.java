package dev.jacquard.spi;

import dev.jacquard.Failure;

/**
 * An exception that stands for one of another process, whose class need not be here. {@link
 * Failure#of} answers with what it carries.
 */
public interface FailureCarrier {

  /** Returns the failure of the exception that this one stands for. */
  Failure failure();
}
