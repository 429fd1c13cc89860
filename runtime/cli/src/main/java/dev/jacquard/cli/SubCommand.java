package dev.jacquard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all sub-commands have: the console, the options that name code, and help. */
abstract class SubCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CodeOptions code = new CodeOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  SubCommand(Console console) {
    this.console = console;
  }

  final Console console() {
    return console;
  }

  final CodeSource code() {
    return new CodeSource(code, console.environment());
  }

  /** Whether help was asked for; picocli then shows it instead of running the command. */
  final boolean isHelp() {
    return help;
  }
}
