package dev.jacquard.kubernetes.cluster;

import org.jspecify.annotations.Nullable;

/** The cluster cannot be reached, or does not let this be done; the message says what to do. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one of a whole sentence. */
  public ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The same, where nothing was thrown. */
  public ClusterException(String message) {
    super(message);
  }
}
