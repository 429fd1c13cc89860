/**
 * The engine's end: starts executions for whoever connects, and tells how they go.
 *
 * <p>Comes in: requests of {@code executions.proto}. Goes out: executions of runtimes here, one
 * runtime for each application and manner. Imports {@code wire}.
 */
@NullMarked
package dev.jacquard.server.service;

import org.jspecify.annotations.NullMarked;
