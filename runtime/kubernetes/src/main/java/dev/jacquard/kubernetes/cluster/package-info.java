/**
 * The API server: what is sent to it, and what is heard of it.
 *
 * <p>Comes in: objects to apply, a run to watch. Goes out: what becomes of its pods and Jobs, as it
 * happens. The only place with Kubernetes' client. Imports {@code manifest}'s names.
 */
@NullMarked
package dev.jacquard.kubernetes.cluster;

import org.jspecify.annotations.NullMarked;
