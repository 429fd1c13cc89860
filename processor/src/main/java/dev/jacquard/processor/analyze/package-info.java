/** Attributed syntax trees in, graph out; the only place with {@code com.sun.source}. */
@NullMarked
package dev.jacquard.processor.analyze;

import org.jspecify.annotations.NullMarked;
