/**
 * Executions whose engine is in another process.
 *
 * <p>Comes in, at one end: workflows and arguments of a program here. Goes out, at the other: calls
 * of a runtime there. Imports {@code engine}, {@code worker} and {@code kubernetes}; its packages
 * {@code client} and {@code service} know each other by {@code wire} alone.
 */
@NullMarked
package dev.jacquard.server;

import org.jspecify.annotations.NullMarked;
