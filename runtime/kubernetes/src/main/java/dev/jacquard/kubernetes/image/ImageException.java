package dev.jacquard.kubernetes.image;

/** Why an image could not be built; the message says what to do. */
public final class ImageException extends Exception {

  private static final long serialVersionUID = 1;

  /** Whose matter it is. */
  public enum Kind {
    /** What was asked for cannot be done as asked. */
    INPUT,
    /** A registry could not be reached, or does not let this user in. */
    UNREACHABLE,
    /** It began and did not end well: a full disk, a registry that answers wrongly. */
    FAILED
  }

  private final Kind kind;

  /** Makes one from its message. */
  public ImageException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Makes one from its message and what caused it. */
  public ImageException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Whose matter it is. */
  public Kind kind() {
    return kind;
  }
}
