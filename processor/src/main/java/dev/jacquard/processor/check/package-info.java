/** Rules over the graph: a graph in, problems out. */
@NullMarked
package dev.jacquard.processor.check;

import org.jspecify.annotations.NullMarked;
