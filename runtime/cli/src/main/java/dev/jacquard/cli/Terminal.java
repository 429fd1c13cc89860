package dev.jacquard.cli;

import dev.jacquard.cli.progress.TerminalSize;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of the terminal, without native code. */
final class Terminal {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final Pattern SIZES = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})");

  private Terminal() {}

  /** Whether standard error is a terminal that understands cursor movements. */
  static boolean isStandardError() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return asksTest(); // no /proc here
    }
  }

  private static boolean asksTest() {
    try {
      Process test =
          new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the charset of the user's locale. */
  static Charset charset() {
    String name = System.getProperty("native.encoding", "US-ASCII");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
  }

  /** Asks the terminal for its size, also where standard input is something else. */
  static TerminalSize size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
      return stty.waitFor(1, TimeUnit.SECONDS) ? size(answer) : TerminalSize.USUAL;
    } catch (IOException e) {
      return TerminalSize.USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TerminalSize.USUAL;
    }
  }

  /** {@code 24 80}; some terminals say {@code 0 0} for what they do not know. */
  static TerminalSize size(String answer) {
    Matcher sizes = SIZES.matcher(answer);
    return sizes.matches()
        ? new TerminalSize(Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2)))
        : TerminalSize.USUAL;
  }
}
