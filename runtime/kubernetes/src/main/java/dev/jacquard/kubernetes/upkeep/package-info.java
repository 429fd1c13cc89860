/**
 * What somebody wants to know before a run, and to have removed after one.
 *
 * <p>Comes in: a workflow, or a namespace. Goes out: the manifests that a run would send, what dead
 * runs have left, what is missing for a run and its repair. Imports {@code manifest}, {@code
 * profile} and {@code cluster}.
 */
@NullMarked
package dev.jacquard.kubernetes.upkeep;

import org.jspecify.annotations.NullMarked;
