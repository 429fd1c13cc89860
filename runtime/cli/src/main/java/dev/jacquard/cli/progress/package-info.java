/**
 * How an execution gets on, for people.
 *
 * <p>Comes in: snapshots of {@code engine.MapProgress} and {@code engine.PoolProgress}, and events
 * that tell of replicas that could not be made. Goes out: bars and lines that are drawn over on a
 * terminal, or plain lines at most once a second.
 */
@NullMarked
package dev.jacquard.cli.progress;

import org.jspecify.annotations.NullMarked;
