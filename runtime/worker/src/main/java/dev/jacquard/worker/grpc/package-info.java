/**
 * The gateway's shell: streams of workers in, the engine's batches out to them.
 *
 * <p>Comes in: batches, by {@link dev.jacquard.worker.grpc.GatewayBackend}; messages of workers, by
 * gRPC, on its event loops. Goes out: events to the {@code gateway}, which decides; its effects as
 * messages. Imports {@code gateway}, {@code wire}, the protocol, gRPC and the engine's {@code
 * backend} and {@code time}.
 */
@NullMarked
package dev.jacquard.worker.grpc;

import org.jspecify.annotations.NullMarked;
