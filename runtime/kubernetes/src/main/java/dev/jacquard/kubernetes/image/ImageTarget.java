package dev.jacquard.kubernetes.image;

import java.nio.file.Path;

/** Where an image goes. Immutable. */
public sealed interface ImageTarget {

  /**
   * A file that {@code docker load} and {@code ctr images import} take.
   *
   * @param file which
   */
  record ToFile(Path file) implements ImageTarget {}

  /** The registry that the image's name says. */
  record ToRegistry() implements ImageTarget {}
}
