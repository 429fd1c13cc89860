/**
 * Reads attributed syntax trees; the only place with {@code com.sun.source}.
 *
 * <p>Comes in: the trees of one class, and what is known of the declarations that its bodies name
 * ({@link dev.jacquard.processor.analyze.Signatures}). Goes out: the graph of each workflow, and
 * problems at trees. Imports the model, the catalogue of diagnostics, and of the contract the
 * closed list of functions.
 *
 * <p>{@code BodyAnalyzer} is the entry. A {@code BlockBuilder} collects the nodes of a block and
 * what its variables hold; {@code StatementAnalyzer} and {@code ExpressionAnalyzer} read trees into
 * it in the order in which Java evaluates them, with one class for each family of them. A {@code
 * Term} is what an expression came to before it stands in a node.
 */
@NullMarked
package dev.jacquard.processor.analyze;

import org.jspecify.annotations.NullMarked;
