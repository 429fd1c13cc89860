/**
 * Retry, backoff, timeout and deadline as pure functions, for calls and for the construction of
 * replicas.
 *
 * <p>Comes in: a task's or actor's policy, what has been tried, how it failed, the time, a random
 * number. Goes out: a decision. Imports nothing but {@code dev.jacquard}.
 */
@NullMarked
package dev.jacquard.engine.policy;

import org.jspecify.annotations.NullMarked;
