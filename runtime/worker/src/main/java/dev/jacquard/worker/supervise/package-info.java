/**
 * Starts worker processes on this machine, and starts them again when they end.
 *
 * <p>Comes in: how many, and of which code. Goes out: a backend, and what the processes print.
 * Imports {@code grpc}, {@code wire}, {@code process}'s main class by name, and the engine's {@code
 * backend}, {@code code} and {@code time}.
 */
@NullMarked
package dev.jacquard.worker.supervise;

import org.jspecify.annotations.NullMarked;
