package dev.jacquard.engine.backend;

/**
 * Watches the attempts of one batch by the clock. Used by the thread that carries out the batch.
 */
public interface AttemptGuard {

  /** Watches nothing. */
  AttemptGuard NONE =
      new AttemptGuard() {
        @Override
        public void begin(long endNanos) {}

        @Override
        public boolean end() {
          return false;
        }
      };

  /** An attempt begins that must end by then. */
  void begin(long endNanos);

  /** The attempt has ended; returns whether that was too late. */
  boolean end();
}
