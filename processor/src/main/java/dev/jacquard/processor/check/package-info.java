/**
 * Rules over the graph, one class each.
 *
 * <p>Comes in: a workflow's graph. Goes out: problems, each at a node. Imports the model and the
 * catalogue of diagnostics alone, so that the rules can be tried on graphs made by hand.
 */
@NullMarked
package dev.jacquard.processor.check;

import org.jspecify.annotations.NullMarked;
