package dev.jacquard.cli;

/** What the command's exit codes mean. */
final class ExitCode {

  /** It did what it was asked. */
  static final int SUCCEEDED = 0;

  /** The execution failed. */
  static final int FAILED = 1;

  /** Wrong usage or input; nothing has run. */
  static final int USAGE = 2;

  /** The server or cluster could not be reached. */
  static final int UNREACHABLE = 3;

  private ExitCode() {}
}
