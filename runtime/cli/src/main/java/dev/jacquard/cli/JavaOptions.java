package dev.jacquard.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What java says of options for it. */
final class JavaOptions {

  private static final int LINES = 2;
  private static final int LONGEST_SECONDS = 5;

  private JavaOptions() {}

  /** Asks the java of this process; returns its complaint. */
  static Optional<String> objection(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC"); // as workers do
    command.addAll(options);
    command.add("-version");
    try {
      Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
      java.getOutputStream().close();
      if (!java.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        java.destroyForcibly(); // one that waits for a debugger, say
        return Optional.empty();
      }
      String said = new String(java.getInputStream().readAllBytes(), Charset.defaultCharset());
      return java.exitValue() == 0
          ? Optional.empty()
          : Optional.of(said.lines().limit(LINES).collect(Collectors.joining("\n  ")));
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
