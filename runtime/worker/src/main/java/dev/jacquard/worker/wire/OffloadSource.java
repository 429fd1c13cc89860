package dev.jacquard.worker.wire;

import dev.jacquard.worker.v1.Offloaded;

/** Where values are found that are not in their message. */
public interface OffloadSource {

  /** None is found. */
  OffloadSource NONE =
      offloaded -> {
        throw new IllegalArgumentException(
            "A value must be in its message, since nothing is offloaded here; found it offloaded.");
      };

  /**
   * Returns the encoding of a value.
   *
   * @throws RuntimeException if it is not there, damaged, or cannot be read
   */
  byte[] get(Offloaded offloaded);
}
