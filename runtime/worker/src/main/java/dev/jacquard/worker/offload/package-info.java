/**
 * Values that are too long for a message, in a folder that lasts as long as the runtime.
 *
 * <p>Comes in: encodings. Goes out: references to them, and the encodings again. Used by both ends.
 * Imports {@code wire}, the protocol and the API.
 */
@NullMarked
package dev.jacquard.worker.offload;

import org.jspecify.annotations.NullMarked;
