/**
 * Builds the container images that workers run in, without Docker.
 *
 * <p>Comes in: a base image, Jacquard's own jars and an application's class path. Goes out: an
 * image, in a file or in a registry; the same input gives the same image. Imports {@code engine}
 * for class paths; the only place with Jib.
 */
@NullMarked
package dev.jacquard.kubernetes.image;

import org.jspecify.annotations.NullMarked;
