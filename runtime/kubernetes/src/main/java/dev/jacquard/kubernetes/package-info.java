/**
 * Runs workflows on the pods of a Kubernetes cluster.
 *
 * <p>Comes in: options. Goes out: a {@link dev.jacquard.engine.WorkflowRuntime}, whose calls are
 * carried out by pods. Imports its own packages, {@code engine} and {@code worker}.
 */
@NullMarked
package dev.jacquard.kubernetes;

import org.jspecify.annotations.NullMarked;
