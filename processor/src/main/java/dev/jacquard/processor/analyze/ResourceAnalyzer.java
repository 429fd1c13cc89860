package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads the resources of {@code try}, which are actors.
 *
 * <p>They are let go of where the statements of the {@code try} end. A path that returns before
 * that leaves it to the engine, which lets go of all pools of a block when the block ends.
 */
final class ResourceAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;

  ResourceAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
  }

  /** Whether it is a {@code try} of resources alone. */
  static boolean hasNoGuard(TryTree tree) {
    return tree.getCatches().isEmpty() && tree.getFinallyBlock() == null;
  }

  void open(BlockBuilder block, TryTree tree) {
    for (Tree resource : tree.getResources()) {
      if (resource instanceof VariableTree declaration) {
        expressions.assignments().declaration(block, declaration);
        VariableElement variable = analysis.trees().variableOf(declaration);
        if (!analysis.variables().isActor(variable) && !analysis.variables().isBroken(variable)) {
          refuse(resource, variable.getSimpleName());
        }
      } else {
        refuse(resource, resource);
      }
    }
  }

  private void refuse(Tree resource, Object name) {
    if (resource instanceof VariableTree declaration
        && analysis.trees().typeOf(declaration) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && analysis.signatures().isActor(element)) {
      analysis.abandon(); // a record that is marked as an actor, which is told there
      return;
    }
    analysis.report(
        resource,
        BodyProblem.UNSUPPORTED_STATEMENT,
        "the resource '" + name + "', which makes no actor",
        "Open it in a @Task, or write the 'new' of an actor there.");
  }

  /** The last that was opened is the first to be let go of. */
  void close(BlockBuilder block, TryTree tree) {
    List<Tree> resources = new ArrayList<>(tree.getResources());
    Collections.reverse(resources);
    for (Tree resource : resources) {
      if (resource instanceof VariableTree declaration) {
        expressions.actors().release(block, declaration);
      }
    }
  }
}
