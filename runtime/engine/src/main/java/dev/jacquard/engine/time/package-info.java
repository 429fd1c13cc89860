/**
 * The engine's only source of time: a monotonic clock with alarms.
 *
 * <p>Comes in: nothing. Goes out: {@link dev.jacquard.engine.time.EngineClock}, and the system's.
 * Imports nothing but the JDK.
 */
@NullMarked
package dev.jacquard.engine.time;

import org.jspecify.annotations.NullMarked;
