/**
 * The interface through which calls are carried out; each call completes exactly once.
 *
 * <p>Comes in: {@link dev.jacquard.engine.backend.Batch}es, each a chain of task calls over some
 * elements. Goes out: to the batch's listener, what failed, what was taken back, and that it has
 * ended. Imports {@code plan}, {@code policy}, {@code time} and {@code dev.jacquard.spi}.
 */
@NullMarked
package dev.jacquard.engine.backend;

import org.jspecify.annotations.NullMarked;
