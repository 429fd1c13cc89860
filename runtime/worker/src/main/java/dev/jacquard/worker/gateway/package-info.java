/**
 * What the gateway decides: which worker gets which batch, whose word counts, what becomes of the
 * batches of a worker that is lost.
 *
 * <p>Comes in: {@link dev.jacquard.worker.gateway.GatewayEvent}s with the time. Goes out: {@link
 * dev.jacquard.worker.gateway.GatewayEffects}, and to each batch's listener what has become of it.
 * No input or output, no clock, no threads. Imports the engine's {@code backend}, {@code plan} and
 * {@code policy}.
 */
@NullMarked
package dev.jacquard.worker.gateway;

import org.jspecify.annotations.NullMarked;
