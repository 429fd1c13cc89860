package dev.jacquard.cli.progress;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * Where progress is shown.
 *
 * @param out what it is written to
 * @param terminal whether that is a terminal, on which lines can be drawn over
 * @param unicode whether it shows more than ASCII
 * @param width asks for the terminal's width
 */
public record Screen(PrintStream out, boolean terminal, boolean unicode, IntSupplier width) {}
