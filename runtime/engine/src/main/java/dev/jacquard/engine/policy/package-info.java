/** Retry, timeout, backoff and quorum as pure functions. */
@NullMarked
package dev.jacquard.engine.policy;

import org.jspecify.annotations.NullMarked;
