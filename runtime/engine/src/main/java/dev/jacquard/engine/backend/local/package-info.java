/**
 * Carries out calls on threads of this process.
 *
 * <p>Comes in and goes out: as {@link dev.jacquard.engine.backend.Backend} says. Imports {@code
 * backend} and {@code time}.
 */
@NullMarked
package dev.jacquard.engine.backend.local;

import org.jspecify.annotations.NullMarked;
