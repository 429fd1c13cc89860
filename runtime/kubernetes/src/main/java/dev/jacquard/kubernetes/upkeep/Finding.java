package dev.jacquard.kubernetes.upkeep;

/**
 * What was found about one thing that a run needs. Immutable.
 *
 * @param kind whether it is there
 * @param subject what was looked at
 * @param words what was found
 * @param repair what to do; empty where there is nothing to do
 */
public record Finding(Kind kind, String subject, String words, String repair) {

  /** How it stands. */
  public enum Kind {
    /** A run has what it needs. */
    FINE,
    /** Nobody can tell from here, or it may be fine later. */
    UNSURE,
    /** A run would fail. */
    LACK
  }

  static Finding fine(String subject, String words) {
    return new Finding(Kind.FINE, subject, words, "");
  }

  static Finding unsure(String subject, String words, String repair) {
    return new Finding(Kind.UNSURE, subject, words, repair);
  }

  static Finding lack(String subject, String words, String repair) {
    return new Finding(Kind.LACK, subject, words, repair);
  }
}
