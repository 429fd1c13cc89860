package dev.jacquard;

import dev.jacquard.spi.VerbRules;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The options of verbs, and what plain Java makes of them. */
final class Options {

  private Options() {}

  record Concurrency(int limit) implements MapOption {
    Concurrency {
      VerbRules.checkConcurrency(limit);
    }

    @Override
    public String toString() {
      return "concurrency";
    }
  }

  record Name(String name) implements MapOption {
    Name {
      VerbRules.checkName(name);
    }

    @Override
    public String toString() {
      return "name";
    }
  }

  record MinSuccessRatio(double ratio) implements TryMapOption {
    MinSuccessRatio {
      VerbRules.checkMinSuccessRatio(ratio);
    }

    @Override
    public String toString() {
      return "minSuccessRatio";
    }
  }

  record MinSuccesses(int count) implements TryMapOption {
    MinSuccesses {
      VerbRules.checkMinSuccesses(count);
    }

    @Override
    public String toString() {
      return "minSuccesses";
    }
  }

  /** Refuses an option that is given twice, and a second quorum beside the first. */
  static void check(TryMapOption... options) {
    Set<Class<?>> seen = new HashSet<>();
    for (TryMapOption option : options) {
      if (!seen.add(Objects.requireNonNull(option, "option").getClass())) {
        throw new IllegalArgumentException(
            "An option must be given once; found " + option + " twice. Leave one of them out.");
      }
    }
    if (seen.contains(MinSuccessRatio.class) && seen.contains(MinSuccesses.class)) {
      throw new IllegalArgumentException(
          "A tryMap must have one quorum; found minSuccessRatio and minSuccesses."
              + " Leave one of them out.");
    }
  }

  /** Returns how many of the elements have to succeed: 0 without a quorum. */
  static int requiredSuccesses(int elements, TryMapOption... options) {
    for (TryMapOption option : options) {
      if (option instanceof MinSuccesses quorum) {
        return quorum.count();
      }
      if (option instanceof MinSuccessRatio quorum) {
        return VerbRules.requiredSuccesses(quorum.ratio(), elements);
      }
    }
    return 0;
  }
}
