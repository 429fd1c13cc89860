/**
 * The interface through which calls are carried out; each call completes exactly once.
 *
 * <p>Comes in: {@link dev.jacquard.engine.backend.Batch}es, each a chain of task calls over some
 * elements, and {@link dev.jacquard.engine.pool.Replica}s to make and to retire. Goes out: to the
 * batch's listener, what failed, what was taken back, and that it has ended; to a replica's, what
 * has become of it. Which replicas there are, and which one a batch is on, is decided elsewhere.
 * Imports {@code plan}, {@code policy}, {@code pool}, {@code time} and {@code dev.jacquard.spi}.
 */
@NullMarked
package dev.jacquard.engine.backend;

import org.jspecify.annotations.NullMarked;
