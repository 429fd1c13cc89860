/**
 * What Kubernetes says of a pod, told apart: why it waits, and what its end was.
 *
 * <p>Comes in: a pod as the API server describes it. Goes out: a {@link
 * dev.jacquard.kubernetes.failure.PodTrouble} or a {@link dev.jacquard.kubernetes.failure.PodEnd}.
 * Pure functions; imports nothing of Jacquard.
 */
@NullMarked
package dev.jacquard.kubernetes.failure;

import org.jspecify.annotations.NullMarked;
