/** The ordered record of an execution: the interface, and one in memory. */
@NullMarked
package dev.jacquard.engine.journal;

import org.jspecify.annotations.NullMarked;
