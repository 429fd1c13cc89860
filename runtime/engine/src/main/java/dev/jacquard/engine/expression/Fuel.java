package dev.jacquard.engine.expression;

import dev.jacquard.engine.expression.ExpressionLimitException.Limit;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What one evaluation may use: steps, and sizes of what it makes. Used up by evaluating; not
 * thread-safe.
 *
 * <p>Every operation costs a step, and one that reads or makes a text or collection a step for
 * every 16 characters or elements, so that steps bound time. Cancellation is looked at every 4096
 * steps.
 */
public final class Fuel {

  /** Steps of one evaluation, unless told otherwise: some tens of milliseconds. */
  public static final long DEFAULT_STEPS = 10_000_000;

  /** The longest text, in UTF-16 units. */
  public static final int TEXT_LENGTH = 16 << 20;

  /** The most elements of a list, map or array that an expression makes. */
  public static final int ELEMENTS = 1 << 20;

  /** The most bits of a BigInteger, or of the digits of a BigDecimal. */
  public static final int NUMBER_BITS = 1 << 20;

  private static final int CANCELLATION_STEPS = 4096;
  private static final int UNITS_PER_STEP = 16;

  private final long steps;
  private final BooleanSupplier cancelled;
  private long left;
  private long nextLook;

  private Fuel(long steps, BooleanSupplier cancelled) {
    this.steps = steps;
    this.cancelled = cancelled;
    this.left = steps;
    this.nextLook = steps - CANCELLATION_STEPS;
  }

  /** Returns the default fuel, for one evaluation that nobody cancels. */
  public static Fuel standard() {
    return of(DEFAULT_STEPS, () -> false);
  }

  /**
   * Returns fuel for one evaluation.
   *
   * @param steps how many steps it may take
   * @param cancelled asked now and then; when it answers true, {@link CancellationException} is
   *     thrown
   */
  public static Fuel of(long steps, BooleanSupplier cancelled) {
    return new Fuel(steps, cancelled);
  }

  /** Returns how many steps have been used. */
  public long used() {
    return steps - left;
  }

  void step() {
    if (--left <= nextLook) {
      look(1);
    }
  }

  /** Uses the steps for reading or making so many characters or elements. */
  void units(long units) {
    long asked = units / UNITS_PER_STEP;
    left -= asked;
    if (left <= nextLook) {
      look(asked);
    }
  }

  private void look(long asked) {
    if (left < 0) {
      throw new ExpressionLimitException(Limit.STEPS, steps, Math.max(steps + 1, used() + asked));
    }
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The evaluation of an expression was cancelled.");
    }
    nextLook = Math.max(-1, left - CANCELLATION_STEPS);
  }

  void checkText(long length) {
    allow(Limit.TEXT_LENGTH, TEXT_LENGTH, length);
  }

  /** Allows a text of the length, which is about to be made, and uses the steps for it. */
  void text(long length) {
    checkText(length);
    units(length);
  }

  void elements(long count) {
    allow(Limit.ELEMENTS, ELEMENTS, count);
    units(count);
  }

  void numberBits(long bits) {
    allow(Limit.NUMBER_BITS, NUMBER_BITS, bits);
    units(bits / 8);
  }

  private static void allow(Limit limit, long allowed, long asked) {
    if (asked > allowed) {
      throw new ExpressionLimitException(limit, allowed, asked);
    }
  }
}
