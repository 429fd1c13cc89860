/**
 * An engine in a pod, and the way to it from outside the cluster.
 *
 * <p>Comes in: an image, or the name of an engine that is there. Goes out: an address on loopback
 * that leads to the engine, and the manifests that it needs. Imports {@code cluster}, {@code
 * failure}, {@code manifest} and {@code pool}'s patience.
 */
@NullMarked
package dev.jacquard.kubernetes.engine;

import org.jspecify.annotations.NullMarked;
