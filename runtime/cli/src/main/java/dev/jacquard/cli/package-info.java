/**
 * The {@code jacquard} command: options in, everything wired, results and exit codes out.
 *
 * <p>Comes in: the words of a command line. Goes out: results as JSON on standard output,
 * everything else on standard error, and an exit code. The only place that wires everything, so it
 * may import all that the design's arrows allow.
 */
@NullMarked
package dev.jacquard.cli;

import org.jspecify.annotations.NullMarked;
