/**
 * Certificates by which gateway and workers know each other on an open network.
 *
 * <p>Comes in: a folder of PEM files, or the wish for one. Goes out: gRPC's TLS contexts for both
 * ends. Imports gRPC's Netty and Bouncy Castle, which nothing else does.
 */
@NullMarked
package dev.jacquard.worker.tls;

import org.jspecify.annotations.NullMarked;
