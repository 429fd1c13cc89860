/**
 * The engine's entrance: runtimes and executions, as a user sees them.
 *
 * <p>Comes in: a {@link dev.jacquard.WorkflowCall}, or a workflow's id with its code and arguments.
 * Goes out: an {@link dev.jacquard.engine.Execution}, its events and its result. Imports all
 * packages of the engine but {@code testing}; wires scheduler, backend and clock together.
 */
@NullMarked
package dev.jacquard.engine;

import org.jspecify.annotations.NullMarked;
