/**
 * The event loop's decisions: events in, effects out.
 *
 * <p>Comes in: plans to run, and {@link dev.jacquard.engine.schedule.Event}s with the time at which
 * they are handled. Goes out: {@link dev.jacquard.engine.schedule.Effects}: batches to carry out,
 * to cancel and to take back, alarms to set, and what listeners are told. Imports {@code plan},
 * {@code policy}, {@code pool} and {@code backend}. No clock, no I/O, no locks: all state belongs
 * to whoever calls the scheduler, one call at a time.
 *
 * <p>A {@code Frame} is one run of a block. What is open at a node is a {@code NodeRun}: a call, a
 * block within, or a map. {@code Share}s decide which ready call is next. Calls on actors wait at
 * the {@code PoolGate} of their pool instead.
 */
@NullMarked
package dev.jacquard.engine.schedule;

import org.jspecify.annotations.NullMarked;
