package dev.jacquard.examples;

import static dev.jacquard.Workflows.map;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cleans a text file line by line, three small tasks for each line, and counts its words. */
public final class TextPreprocessing {

  private TextPreprocessing() {}

  /** How often a word occurs. */
  public record WordCount(String word, int count) {}

  /**
   * What a text holds: its lines, its words, and the most frequent of them, the most frequent
   * first.
   */
  public record Summary(int lines, int words, List<WordCount> mostFrequent) {}

  /**
   * Returns what the file holds; it is read as UTF-8, and what is not UTF-8 counts as no letter.
   */
  @Workflow
  public static Summary summarize(String file, @Default("10") int top) throws IOException {
    List<String> lines = readLines(file);
    List<String> cleaned = clean(lines);
    return countWords(cleaned, top);
  }

  /** Returns the lines in lower case, with nothing but letters and single blanks. */
  @Workflow
  public static List<String> clean(List<String> lines) {
    return map(lines, line -> collapseBlanks(keepLettersAndBlanks(lowerCase(line))));
  }

  @Task
  static List<String> readLines(String file) throws IOException {
    return new String(Files.readAllBytes(Path.of(file)), UTF_8).lines().toList();
  }

  @Task
  static String lowerCase(String line) {
    return line.toLowerCase(Locale.ROOT);
  }

  @Task
  static String keepLettersAndBlanks(String line) {
    StringBuilder kept = new StringBuilder(line.length());
    line.codePoints()
        .filter(c -> Character.isLetter(c) || Character.isWhitespace(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  @Task
  static String collapseBlanks(String line) {
    StringBuilder collapsed = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!Character.isWhitespace(c)) {
        collapsed.append(c);
      } else if (i + 1 < line.length() && !Character.isWhitespace(line.charAt(i + 1))) {
        collapsed.append(' ');
      }
    }
    return collapsed.toString().strip();
  }

  @Task
  static Summary countWords(List<String> lines, int top) {
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    for (String line : lines) {
      for (String word : line.isEmpty() ? new String[0] : line.split(" ")) {
        counts.merge(word, 1, Integer::sum);
        words++;
      }
    }
    List<WordCount> mostFrequent =
        counts.entrySet().stream()
            .map(entry -> new WordCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(WordCount::count).reversed().thenComparing(WordCount::word))
            .limit(top)
            .toList();
    return new Summary(lines.size(), words, mostFrequent);
  }
}
