/**
 * Carries out calls on threads of this process; replicas of actors are instances in it.
 *
 * <p>Comes in and goes out: as {@link dev.jacquard.engine.backend.Backend} says. Imports {@code
 * backend}, {@code pool} and {@code time}.
 */
@NullMarked
package dev.jacquard.engine.backend.local;

import org.jspecify.annotations.NullMarked;
