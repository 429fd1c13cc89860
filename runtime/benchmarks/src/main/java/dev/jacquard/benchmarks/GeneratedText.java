package dev.jacquard.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Text of so many lines of words, the same in every run. */
final class GeneratedText {

  private GeneratedText() {}

  static List<String> lines(int count) {
    Random random = new Random(42);
    List<String> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder line = new StringBuilder();
      int words = 4 + random.nextInt(12);
      for (int word = 0; word < words; word++) {
        line.append(word(random)).append(random.nextInt(5) == 0 ? ",  " : " ");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int letters = 2 + random.nextInt(8);
    for (int i = 0; i < letters; i++) {
      char letter = (char) ('a' + random.nextInt(26));
      word.append(i == 0 && random.nextInt(4) == 0 ? Character.toUpperCase(letter) : letter);
    }
    return word.toString();
  }
}
