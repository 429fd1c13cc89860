/**
 * Bytes that travel in parts, at the pace of whoever takes them.
 *
 * <p>Comes in: a stream of bytes, or of parts. Goes out: the other. Used by both ends. Imports the
 * protocol and gRPC's stubs.
 */
@NullMarked
package dev.jacquard.worker.transfer;

import org.jspecify.annotations.NullMarked;
