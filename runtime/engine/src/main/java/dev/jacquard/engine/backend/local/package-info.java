/** Carries out calls on threads of this process. */
@NullMarked
package dev.jacquard.engine.backend.local;

import org.jspecify.annotations.NullMarked;
