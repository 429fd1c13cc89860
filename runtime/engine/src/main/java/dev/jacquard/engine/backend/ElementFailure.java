package dev.jacquard.engine.backend;

import dev.jacquard.engine.policy.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed.
 *
 * @param index which element
 * @param stage at which stage of the chain
 * @param row the values so far; owned by whoever gets this
 * @param cause what was thrown
 * @param kind whose fault
 * @param deadlineAtNanos the deadline of the call that failed; {@link Long#MAX_VALUE} if it has
 *     none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ElementFailure(
    int index,
    int stage,
    @Nullable Object[] row,
    Throwable cause,
    FailureKind kind,
    long deadlineAtNanos) {}
