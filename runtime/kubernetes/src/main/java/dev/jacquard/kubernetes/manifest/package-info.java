/**
 * The objects of a pool, as they are sent to the API server.
 *
 * <p>Comes in: a run, a pool and what its pods are to have. Goes out: a Job and a Secret. Pure
 * functions. Imports the worker's {@code gateway} for the pool.
 */
@NullMarked
package dev.jacquard.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
