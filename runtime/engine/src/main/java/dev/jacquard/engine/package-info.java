/** The engine's entrance: runtimes and executions, as a user sees them. */
@NullMarked
package dev.jacquard.engine;

import org.jspecify.annotations.NullMarked;
