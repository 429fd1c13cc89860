package dev.jacquard.engine.expression;

/**
 * Thrown when an expression uses more steps, or makes a larger text, list or number than its limits
 * allow.
 */
public final class ExpressionLimitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Limit limit;

  /** What is limited. */
  public enum Limit {
    /** How many operations one evaluation may take. */
    STEPS("steps"),
    /** How many characters a text may have. */
    TEXT_LENGTH("characters of a text"),
    /** How many elements a list, map or array may have. */
    ELEMENTS("elements of a collection"),
    /** How many bits a BigInteger, or the digits of a BigDecimal, may have. */
    NUMBER_BITS("bits of a number"),
    /** How deep an expression may nest. */
    DEPTH("levels of nesting");

    private final String unit;

    Limit(String unit) {
      this.unit = unit;
    }
  }

  ExpressionLimitException(Limit limit, long allowed, long asked) {
    super(
        "An expression must use at most "
            + allowed
            + " "
            + limit.unit
            + " ("
            + limit
            + "); it asked for "
            + asked
            + ". Move this into a @Task.");
    this.limit = limit;
  }

  /** Returns which limit was passed. */
  public Limit limit() {
    return limit;
  }
}
