package dev.jacquard.differential;

import java.util.function.BooleanSupplier;

/**
 * Asks, from within a {@link MutatingLoader}, whether the differential programs notice the mistake.
 */
public final class MutantProbe implements BooleanSupplier {

  private static final int AT_ONCE = 40;
  private static final int ROUNDS = 6;
  private static final long SEED = 77_000;

  /** Used by reflection, across loaders. */
  public MutantProbe() {}

  /**
   * Whether a program was found that does not compile, breaks the engine, or answers otherwise than
   * plain Java.
   */
  @Override
  public boolean getAsBoolean() {
    for (int round = 0; round < ROUNDS; round++) {
      if (isNoticed(SEED + (long) round * AT_ONCE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoticed(long seed) {
    try {
      return new Differential().search(AT_ONCE, seed).isPresent();
    } catch (AssertionError doesNotCompile) {
      return true;
    }
  }
}
