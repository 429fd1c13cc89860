/** The jacquard command: options in, everything wired, results and exit codes out. */
@NullMarked
package dev.jacquard.cli;

import org.jspecify.annotations.NullMarked;
