package dev.jacquard.cli;

import java.util.Locale;

/** What {@code --backend} may be. */
enum BackendName {
  LOCAL,
  WORKERS,
  KUBERNETES;

  static BackendName parse(String text) {
    for (BackendName name : values()) {
      if (name.toString().equals(text)) {
        return name;
      }
    }
    throw new UsageException("--backend must be local, workers or kubernetes; found " + text + ".");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
