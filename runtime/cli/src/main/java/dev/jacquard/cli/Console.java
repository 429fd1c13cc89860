package dev.jacquard.cli;

import dev.jacquard.cli.progress.Screen;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the command reads and writes. Standard output carries results alone, in UTF-8; everything
 * else goes to standard error.
 *
 * @param terminal whether somebody watches standard error on a terminal
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal) {

  private static final int BUFFER = 1 << 16;

  /** Returns standard error as a place for progress. */
  Screen screen() {
    boolean unicode = Terminal.charset().newEncoder().canEncode('█');
    return new Screen(err, terminal, unicode, Terminal::width);
  }

  /**
   * Returns those of this process. What user code prints to standard output goes to standard error
   * from here on, so that it does not mix with the result.
   */
  static Console ofProcess() {
    PrintStream results =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            false,
            StandardCharsets.UTF_8);
    System.setOut(System.err);
    return new Console(System.in, results, System.err, System.getenv(), Terminal.isStandardError());
  }
}
