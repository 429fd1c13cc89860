package dev.jacquard.cli.progress;

/** How many characters a terminal's window holds. */
public record TerminalSize(int rows, int columns) {

  /** That of a terminal that does not say. */
  public static final TerminalSize USUAL = new TerminalSize(24, 80);
}
