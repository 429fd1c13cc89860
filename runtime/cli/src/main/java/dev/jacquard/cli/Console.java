package dev.jacquard.cli;

import dev.jacquard.cli.progress.LiveLines;
import dev.jacquard.cli.progress.Screen;
import dev.jacquard.cli.progress.TerminalSize;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the command reads and writes. Standard output carries results alone, in UTF-8; everything
 * else goes to standard error.
 *
 * @param terminal whether somebody watches standard error on a terminal
 * @param lines where progress is drawn on it
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    LiveLines lines) {

  private static final int BUFFER = 1 << 16;

  /** Returns standard error as a place for progress. */
  Screen screen() {
    boolean unicode = Terminal.charset().newEncoder().canEncode('█');
    return new Screen(err, terminal, unicode, lines);
  }

  /** Returns how wide its lines may be; where nobody watches, as wide as they like. */
  int columns() {
    return terminal ? lines.size().columns() : Integer.MAX_VALUE;
  }

  /** Makes one of streams; progress is drawn where standard error goes. */
  static Console of(
      InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    LiveLines lines = new LiveLines(err, StandardCharsets.UTF_8, () -> TerminalSize.USUAL);
    return new Console(in, out, err, environment, false, lines);
  }

  /**
   * Returns those of this process. What user code prints to standard output goes to standard error
   * from here on, so that it does not mix with the result; on a terminal above the progress bars.
   *
   * @param results standard output
   */
  static Console ofProcess(Results results) {
    PrintStream out =
        new PrintStream(new BufferedOutputStream(results, BUFFER), false, StandardCharsets.UTF_8);
    boolean terminal = Terminal.isStandardError();
    LiveLines lines = new LiveLines(System.err, Terminal.charset(), Terminal::size);
    PrintStream err = terminal ? lines.above() : System.err;
    System.setErr(err);
    System.setOut(err);
    return new Console(System.in, out, err, System.getenv(), terminal, lines);
  }
}
