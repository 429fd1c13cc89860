package dev.jacquard.worker.wire;

import dev.jacquard.worker.v1.Offloaded;
import java.io.IOException;

/** Where values go that are too long for a message. */
public interface OffloadTarget {

  /** All values go in their messages. */
  OffloadTarget NONE =
      new OffloadTarget() {
        @Override
        public long above() {
          return Long.MAX_VALUE;
        }

        @Override
        public Offloaded.Builder put(byte[] encoded) {
          throw new IllegalStateException("Nothing must be offloaded here.");
        }
      };

  /** Values whose encoding has more bytes are too long. */
  long above();

  /**
   * Puts an encoding where whoever reads the message finds it.
   *
   * @throws IOException if that is not possible; then it goes in the message
   */
  Offloaded.Builder put(byte[] encoded) throws IOException;
}
