package dev.jacquard.engine.expression;

/**
 * Thrown for an expression that this version does not know, or that contradicts itself: its spec is
 * damaged or newer.
 */
public final class InvalidExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidExpressionException(String message) {
    super(message);
  }
}
