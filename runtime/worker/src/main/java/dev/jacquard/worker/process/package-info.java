/**
 * The worker process: connects to a gateway, carries out what it is assigned, reports.
 *
 * <p>Comes in: the command line; assignments by one stream. Goes out: reports by the same. Imports
 * {@code wire}, {@code gateway}'s lease, the protocol, gRPC, and the engine's local backend, plans
 * and code.
 */
@NullMarked
package dev.jacquard.worker.process;

import org.jspecify.annotations.NullMarked;
