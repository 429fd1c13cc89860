/**
 * What both ends say to each other, as Java and as messages.
 *
 * <p>Comes in: events, states and endings of executions. Goes out: messages of {@code
 * executions.proto}, and the way back. Imports the engine's and the pods' own records.
 */
@NullMarked
package dev.jacquard.server.wire;

import org.jspecify.annotations.NullMarked;
