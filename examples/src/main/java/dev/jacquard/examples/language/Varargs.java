package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** Overloaded tasks have a name each; the arguments of a variable-arity task are packed. */
public final class Varargs {

  private Varargs() {}

  /** Returns a checksum of the numbers and of the text. */
  @Workflow
  public static int checksum(int seed, int[] numbers, String text) {
    int ofNone = sum();
    int ofSome = sum(seed, numbers.length, ofNone);
    int ofAll = sum(numbers);
    return hash(ofSome + ofAll) ^ hash(text);
  }

  @Task
  static int sum(int... numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum = Math.addExact(sum, number);
    }
    return sum;
  }

  @Task(name = "hashOfNumber")
  static int hash(int number) {
    return number * 31;
  }

  @Task(name = "hashOfText")
  static int hash(String text) {
    return text.hashCode();
  }
}
