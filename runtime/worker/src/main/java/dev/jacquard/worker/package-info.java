/**
 * Runs workflows on warm worker processes.
 *
 * <p>Comes in: {@link dev.jacquard.worker.WorkersOptions}. Goes out: a {@link
 * dev.jacquard.engine.WorkflowRuntime}, whose calls are carried out by processes that it starts.
 * Imports {@code grpc} and {@code supervise}.
 */
@NullMarked
package dev.jacquard.worker;

import org.jspecify.annotations.NullMarked;
