package dev.jacquard.cli;

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
    int code = new Jacquard(console).run(arguments);
    console.out().flush();
    Optional<String> loss = results.loss();
    loss.ifPresent(text -> console.err().println("jacquard: " + text));
    console.err().flush();
    System.exit(loss.isPresent() && code == ExitCode.SUCCEEDED ? ExitCode.FAILED : code);
  }
}
