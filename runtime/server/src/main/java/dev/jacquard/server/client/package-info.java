/**
 * The caller's end: a runtime whose executions are carried out by an engine elsewhere.
 *
 * <p>Comes in: workflows and arguments. Goes out: requests of {@code executions.proto}; results,
 * events and failures as a local runtime has them. Imports {@code wire}.
 */
@NullMarked
package dev.jacquard.server.client;

import org.jspecify.annotations.NullMarked;
