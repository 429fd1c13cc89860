package dev.jacquard.engine.backend;

import java.util.function.Supplier;

/**
 * Watches the attempts of one batch by the clock. Used by the thread that carries out the batch.
 */
public interface AttemptGuard {

  /** Watches nothing. */
  AttemptGuard NONE =
      new AttemptGuard() {
        @Override
        public void begin(long endNanos, Supplier<ElementFailure> overrun) {}

        @Override
        public boolean end() {
          return false;
        }
      };

  /**
   * An attempt begins that must end by then.
   *
   * @param overrun its failure, as it would be if it never ended; asked for by another thread while
   *     the attempt runs
   */
  void begin(long endNanos, Supplier<ElementFailure> overrun);

  /** The attempt has ended; returns whether that was too late. */
  boolean end();
}
