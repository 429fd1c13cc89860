package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.WorkflowGraph;
import java.util.function.Function;

/**
 * A workflow's body as a graph.
 *
 * @param places the expression or statement that each node was made of
 */
public record AnalyzedBody(WorkflowGraph graph, Function<Node, Tree> places) {}
