/**
 * What each environment says of its own: where the pods of a profile go, and what they have there.
 *
 * <p>Comes in: a file of profiles, and the pod that Jacquard would make. Goes out: the pod that it
 * makes there. Everything is checked when the file is read; applying it is a pure function. Imports
 * the worker's {@code gateway} for the pool.
 */
@NullMarked
package dev.jacquard.kubernetes.profile;

import org.jspecify.annotations.NullMarked;
