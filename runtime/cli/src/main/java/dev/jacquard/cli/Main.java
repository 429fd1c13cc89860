package dev.jacquard.cli;

import dev.jacquard.engine.backend.HeapAdvice;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Optional;

/** The entrance of the {@code jacquard} command. */
public final class Main {

  private Main() {}

  /**
   * Runs the command and ends the process with its exit code, whatever threads the user's code has
   * left behind.
   */
  public static void main(String[] arguments) {
    Results results = new Results(new FileOutputStream(FileDescriptor.out));
    Console console = Console.ofProcess(results);
    int code = run(console, arguments);
    console.out().flush();
    Optional<String> loss = results.loss();
    loss.ifPresent(text -> console.err().println("jacquard: " + text));
    console.err().flush();
    System.exit(loss.isPresent() && code == ExitCode.SUCCEEDED ? ExitCode.FAILED : code);
  }

  private static int run(Console console, String... arguments) {
    try {
      return new Jacquard(console).run(arguments);
    } catch (OutOfMemoryError e) {
      console
          .err()
          .println(
              "jacquard: There must be room for what is read and written; found: "
                  + e.getMessage()
                  + HeapAdvice.of(e));
      return ExitCode.FAILED;
    }
  }
}
