/**
 * What both ends of a stream share: values, failures and long messages as the protocol has them.
 *
 * <p>Comes in: batches and exceptions. Goes out: messages of {@code worker.v1}, and back. Imports
 * the protocol, the engine's {@code backend} and {@code plan}, and {@code dev.jacquard.spi}; no
 * gRPC.
 */
@NullMarked
package dev.jacquard.worker.wire;

import org.jspecify.annotations.NullMarked;
