package dev.jacquard.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Generated arguments: the same seed and size give the same ones, and small sizes give small ones.
 */
final class Inputs {

  private static final String[] PIECES = {
    "",
    " ",
    "a",
    "Bob",
    "rack",
    "CAPITAL",
    "G",
    "12",
    "-7",
    "x!",
    "\t",
    "#",
    ";",
    "/",
    "é",
    "\uD835\uDCB3"
  };

  private final SplittableRandom random;
  private final int size;

  Inputs(long seed, int size) {
    this.random = new SplittableRandom(seed);
    this.size = size;
  }

  /** Returns a number from {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean flag() {
    return random.nextBoolean();
  }

  /** Returns true once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** Returns a number around zero, now and then an extreme one. */
  int number() {
    return onceIn(8)
        ? oneOf(Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1_000_000)
        : between(-size, 3 * size);
  }

  @SafeVarargs
  final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      text.append(oneOf(PIECES));
    }
    return text.toString();
  }

  /** Returns an unmodifiable list of up to {@code size} elements. */
  <T> List<T> listOf(Supplier<T> element) {
    return listOf(random.nextInt(size + 1), element);
  }

  <T> List<T> listOf(int length, Supplier<T> element) {
    List<T> list = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      list.add(element.get());
    }
    return Collections.unmodifiableList(list);
  }

  /** Returns a supplier that now and then supplies null. */
  <T> Supplier<T> orNull(Supplier<T> value) {
    return () -> onceIn(40) ? null : value.get();
  }
}
