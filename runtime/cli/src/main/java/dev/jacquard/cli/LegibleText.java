package dev.jacquard.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text of unknown origin, made fit for a terminal: not too long, and unable to command it. */
final class LegibleText {

  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 40;

  private LegibleText() {}

  /** Returns the text without what is too much of it, and with what was left out counted. */
  static String of(String text) {
    List<String> lines = text.lines().toList();
    String shown =
        lines.stream().limit(MOST_LINES).map(LegibleText::line).collect(Collectors.joining("\n"));
    int more = lines.size() - MOST_LINES;
    return more <= 0 ? shown : shown + "\n" + leftOut(more, "lines");
  }

  private static String line(String line) {
    String printable = line.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
    if (printable.length() <= LONGEST_LINE) {
      return printable;
    }
    boolean splits = Character.isHighSurrogate(printable.charAt(LONGEST_LINE - 1));
    int end = splits ? LONGEST_LINE - 1 : LONGEST_LINE;
    return printable.substring(0, end) + leftOut(printable.length() - end, "characters");
  }

  private static String leftOut(int count, String what) {
    return String.format(Locale.ROOT, "... %,d more %s (--stacktrace shows all)", count, what);
  }
}
