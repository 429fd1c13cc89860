package dev.jacquard.cli.progress;

import java.io.PrintStream;

/**
 * Where progress is shown.
 *
 * @param out what plain lines are written to
 * @param terminal whether that is a terminal, on which lines can be drawn over
 * @param unicode whether it shows more than ASCII
 * @param lines the lines that are drawn over
 */
public record Screen(PrintStream out, boolean terminal, boolean unicode, LiveLines lines) {}
