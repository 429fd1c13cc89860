package dev.jacquard.spi;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The rules of the verbs that plain Java and the engine have to apply alike, down to the message of
 * what they throw.
 *
 * <p>Stateless and thread-safe.
 */
public final class VerbRules {

  private VerbRules() {}

  /**
   * Checks that the lists of a map are of equal length.
   *
   * @param lengths their lengths, in order; at least one
   * @throws IllegalArgumentException if they are not; the message has all lengths
   */
  public static void checkLengths(int... lengths) {
    if (Arrays.stream(lengths).anyMatch(length -> length != lengths[0])) {
      throw new IllegalArgumentException(
          "map must have lists of equal length; found lengths "
              + Arrays.stream(lengths)
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(" and "))
              + ".");
    }
  }

  /**
   * Checks the argument of {@code range}.
   *
   * @param length how many numbers
   * @throws IllegalArgumentException if it is negative
   */
  public static void checkRange(int length) {
    check(length >= 0, "range must have a length of 0 or more", length);
  }

  /**
   * Checks the argument of {@code sleep}.
   *
   * @param duration how long
   * @throws IllegalArgumentException if it is negative
   */
  public static void checkSleep(Duration duration) {
    check(!duration.isNegative(), "sleep must have a duration of 0 or more", duration);
  }

  /**
   * Checks the argument of {@code concurrency}.
   *
   * @param limit how many at once
   * @throws IllegalArgumentException if it is below 1
   */
  public static void checkConcurrency(int limit) {
    check(limit >= 1, "concurrency must be 1 or more", limit);
  }

  /**
   * Checks the argument of {@code name}.
   *
   * @param name the node's name
   * @throws IllegalArgumentException if it is blank, or holds a slash, which separates the parts of
   *     a path
   */
  public static void checkName(String name) {
    check(
        !name.isBlank() && name.indexOf('/') < 0,
        "name must have a text without \"/\"",
        "\"" + name + "\"");
  }

  /**
   * Checks the argument of {@code minSuccessRatio}.
   *
   * @param ratio the least part of the elements that has to succeed
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public static void checkMinSuccessRatio(double ratio) {
    check(ratio >= 0 && ratio <= 1, "minSuccessRatio must be from 0 to 1", ratio);
  }

  /**
   * Checks the argument of {@code minSuccesses}.
   *
   * @param count how many elements have to succeed
   * @throws IllegalArgumentException if it is negative
   */
  public static void checkMinSuccesses(int count) {
    check(count >= 0, "minSuccesses must be 0 or more", count);
  }

  /**
   * Returns the least number of elements that is the ratio or more of them. 7 of 100 elements are
   * 0.07 of them, although {@code 0.07 * 100 > 7} in doubles.
   *
   * @param ratio from 0 to 1
   * @param elements 0 or more
   * @return from 0 to {@code elements}
   */
  public static int requiredSuccesses(double ratio, int elements) {
    int required = (int) Math.ceil(ratio * elements);
    while (required > 0 && (required - 1) / (double) elements >= ratio) {
      required--;
    }
    while (required < elements && required / (double) elements < ratio) {
      required++;
    }
    return required;
  }

  /**
   * Returns whether what an element of {@code tryMap} has thrown is its outcome. All is, but for
   * what tells that the process is broken: running out of memory and internal errors of the virtual
   * machine. A stack that overflowed is whole again when it has been unwound.
   *
   * @param thrown what was thrown
   */
  public static boolean isOutcome(Throwable thrown) {
    return !(thrown instanceof VirtualMachineError) || thrown instanceof StackOverflowError;
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + "; found " + found + ".");
    }
  }
}
