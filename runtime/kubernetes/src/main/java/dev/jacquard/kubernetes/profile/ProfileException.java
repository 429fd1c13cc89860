package dev.jacquard.kubernetes.profile;

import java.util.List;

/** What is wrong in a file of profiles; a line for each mistake, with its place. */
public final class ProfileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProfileException(String message) {
    super(message);
  }

  ProfileException(String message, Throwable cause) {
    super(message, cause);
  }

  static ProfileException of(List<String> mistakes) {
    return new ProfileException(String.join("\n", mistakes));
  }
}
