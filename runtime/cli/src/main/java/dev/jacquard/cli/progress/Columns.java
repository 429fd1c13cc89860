package dev.jacquard.cli.progress;

import org.jline.utils.AttributedString;

/** Text in the columns of a terminal, of which a character may take none, one or two. */
final class Columns {

  private Columns() {}

  /** Returns how many columns a name takes, which may be in any script. */
  static int width(String name) {
    return new AttributedString(printable(name)).columnLength();
  }

  /** Fills a name up to so many columns, or shortens it: its end says more than its beginning. */
  static String fit(String name, int width) {
    AttributedString text = new AttributedString(printable(name));
    int columns = text.columnLength();
    return columns <= width
        ? text + " ".repeat(width - columns)
        : "~" + text.columnSubSequence(columns - width + 1, columns);
  }

  /** Shortens a line that is wider than the terminal. */
  static String cut(String line, int columns) {
    AttributedString text = new AttributedString(line);
    // A line that is as wide as the terminal would wrap on some.
    int room = Math.max(0, columns - 1);
    return text.columnLength() <= room ? line : text.columnSubSequence(0, room).toString();
  }

  /** A name may be any text, and must not move the cursor. */
  static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
