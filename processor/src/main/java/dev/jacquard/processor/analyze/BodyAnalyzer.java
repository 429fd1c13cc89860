package dev.jacquard.processor.analyze;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Interfaces.Parameter;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Turns the attributed bodies of workflows into graphs, and looks into the bodies of tasks.
 *
 * <p>Reads one method's own tree; what the body calls is known from {@link Signatures} alone. Holds
 * no state between methods.
 */
public final class BodyAnalyzer {

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final Signatures signatures;

  /** Creates an analyzer for one compilation. */
  public BodyAnalyzer(Trees trees, Types types, Elements elements, Signatures signatures) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.signatures = signatures;
  }

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
    if (!(method.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
      return Optional.empty();
    }
    TreeTypes treeTypes = new TreeTypes(trees, types, elements, method);
    Analysis analysis = new Analysis(treeTypes, signatures, self);
    try {
      GraphBlock body = body(analysis, tree, tree.getBody(), self);
      analysis.variables().reportRest();
      analysis.tell(diagnostics);
      return analysis.isSound() ? Optional.of(analysis.finish(body)) : Optional.empty();
    } catch (InvalidJava invalid) {
      analysis.tell(diagnostics);
      return Optional.empty();
    } catch (NestedTooDeeply | StackOverflowError tooDeep) {
      diagnostics.report(tree, BodyProblem.TOO_DEEPLY_NESTED, 200, "more");
      return Optional.empty();
    }
  }

  private static GraphBlock body(
      Analysis analysis, MethodTree method, BlockTree statements, WorkflowInterface self) {
    List<Parameter> parameters = self.parameters();
    if (parameters.size() != method.getParameters().size()) {
      throw new InvalidJava();
    }
    BlockBuilder block =
        BlockBuilder.outermost(
            parameters.stream().map(Parameter::type).toList(),
            parameters.stream().map(Parameter::name).toList());
    for (int i = 0; i < parameters.size(); i++) {
      block.declare(analysis.trees().variableOf(method.getParameters().get(i)), block.parameter(i));
    }
    TypeMirror result = analysis.trees().typeOf(method.getReturnType());
    StatementAnalyzer analyzer =
        new StatementAnalyzer(
            analysis,
            new ExpressionAnalyzer(analysis),
            result.getKind() == TypeKind.VOID ? null : result);
    return block.build(analyzer.body(block, statements), analysis);
  }

  /**
   * Reports what the body of a task must not do, or should not.
   *
   * @param method the path to its method's tree, attributed
   * @param diagnostics told of each mistake, at a tree of the method
   */
  public void task(TreePath method, Diagnostics<Tree> diagnostics) {
    if (method.getLeaf() instanceof MethodTree tree) {
      new ArgumentModificationScanner(trees, types, elements, method, diagnostics).scan(tree);
      Element element = trees.getElement(method);
      if (element != null
          && !element.getModifiers().contains(Modifier.STATIC)
          && element.getEnclosingElement() instanceof TypeElement owner
          && signatures.isActor(owner)
          && !ActorStateScanner.isSuppressed(element)) {
        new ActorStateScanner(trees, method, diagnostics).scan(tree.getBody(), null);
      }
    }
  }
}
