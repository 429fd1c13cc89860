package dev.jacquard;

/**
 * An option of {@link Workflows#tryMap}: one of those of {@link MapOption}, {@link
 * Workflows#minSuccessRatio} or {@link Workflows#minSuccesses}. Immutable.
 */
public sealed interface TryMapOption
    permits MapOption, Options.MinSuccessRatio, Options.MinSuccesses {}
