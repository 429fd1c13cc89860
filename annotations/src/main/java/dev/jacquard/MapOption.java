package dev.jacquard;

/**
 * An option of {@link Workflows#map} and its like: {@link Workflows#concurrency} or {@link
 * Workflows#name}. Immutable.
 */
public sealed interface MapOption extends TryMapOption permits Options.Concurrency, Options.Name {}
