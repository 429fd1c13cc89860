package dev.jacquard.cli;

/** The entrance of the {@code jacquard} command. */
public final class Main {

  private Main() {}

  /**
   * Runs the command and ends the process with its exit code, whatever threads the user's code has
   * left behind.
   */
  public static void main(String[] arguments) {
    int code = new Jacquard(Console.ofProcess()).run(arguments);
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
