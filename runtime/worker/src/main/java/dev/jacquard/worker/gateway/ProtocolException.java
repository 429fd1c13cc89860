package dev.jacquard.worker.gateway;

/** A worker said what cannot be. */
final class ProtocolException extends Exception {

  private static final long serialVersionUID = 1;

  ProtocolException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
