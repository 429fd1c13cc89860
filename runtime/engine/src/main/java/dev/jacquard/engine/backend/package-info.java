/** The interface through which calls are carried out; each call completes exactly once. */
@NullMarked
package dev.jacquard.engine.backend;

import org.jspecify.annotations.NullMarked;
