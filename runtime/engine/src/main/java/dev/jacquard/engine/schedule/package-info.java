/** The event loop and its state: events in, effects out. */
@NullMarked
package dev.jacquard.engine.schedule;

import org.jspecify.annotations.NullMarked;
