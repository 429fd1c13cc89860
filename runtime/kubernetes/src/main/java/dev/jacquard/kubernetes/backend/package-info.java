/**
 * A gateway whose workers are pods.
 *
 * <p>Comes in: the engine's calls. Goes out: Jobs of pods that carry them out. Brings together the
 * worker's {@code grpc}, and {@code pool}, {@code cluster}, {@code manifest} and {@code failure}.
 */
@NullMarked
package dev.jacquard.kubernetes.backend;

import org.jspecify.annotations.NullMarked;
