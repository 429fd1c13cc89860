/**
 * Which replicas there are: the decisions about pools of actors, as a state machine without clock
 * and I/O.
 *
 * <p>Comes in: what executions hold, how many calls wait, what has ended, what became of a replica
 * that was asked for, alarms; each with the time. Goes out: {@link
 * dev.jacquard.engine.pool.PoolEffects}: replicas to make and to close, alarms to set; and, when
 * asked, the replica that a call may use. Imports {@code plan} and {@code policy}.
 *
 * <p>A package beside {@code schedule} and not a part of it: what waits for a replica, and whose
 * turn it is, is the scheduler's matter and needs its frames and shares; how many replicas there
 * are needs none of them, and can be driven by a simulator of its own. All state belongs to the
 * scheduler that calls it, one call at a time; only {@link dev.jacquard.engine.pool.PoolTally} may
 * be read by others, and {@link dev.jacquard.engine.pool.ReplicaShares} belongs to several.
 */
@NullMarked
package dev.jacquard.engine.pool;

import org.jspecify.annotations.NullMarked;
