/**
 * What is decided about the pods of a pool: how many are asked for, when it is given up.
 *
 * <p>Comes in: {@link dev.jacquard.kubernetes.pool.PodEvent}s with the time. Goes out: {@link
 * dev.jacquard.kubernetes.pool.PodEffects}. No input or output, no clock, no threads. Imports
 * {@code failure}.
 */
@NullMarked
package dev.jacquard.kubernetes.pool;

import org.jspecify.annotations.NullMarked;
