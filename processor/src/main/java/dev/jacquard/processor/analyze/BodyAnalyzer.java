package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Turns the attributed bodies of workflows into graphs, and looks into the bodies of tasks.
 *
 * <p>Reads one method's own tree; what the body calls is known from {@link Signatures} alone. Holds
 * no state between methods.
 */
public final class BodyAnalyzer {

  /** Creates an analyzer for one compilation. */
  public BodyAnalyzer(Trees trees, Types types, Elements elements, Signatures signatures) {}

  /**
   * Turns a workflow's body into its graph.
   *
   * @param method the path to its method's tree, attributed
   * @param self what the workflow's callers know of it
   * @param diagnostics told of each mistake, at a tree of the method
   * @return empty where a mistake was reported, or where the body is no valid Java
   */
  public Optional<AnalyzedBody> workflow(
      TreePath method, WorkflowInterface self, Diagnostics<Tree> diagnostics) {
    return Optional.empty();
  }

  /**
   * Reports what the body of a task must not do.
   *
   * @param method the path to its method's tree, attributed
   * @param diagnostics told of each mistake, at a tree of the method
   */
  public void task(TreePath method, Diagnostics<Tree> diagnostics) {}
}
