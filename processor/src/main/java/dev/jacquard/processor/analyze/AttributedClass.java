package dev.jacquard.processor.analyze;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.diagnostic.Severity;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * A class whose bodies have just got their types. Only its own tree is looked at: by this time
 * javac may have thrown away those of other classes, also of the same file.
 */
public final class AttributedClass implements Diagnostics<Tree> {

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final TypeElement type;

  AttributedClass(Trees trees, CompilationUnitTree unit, TypeElement type) {
    this.trees = trees;
    this.unit = unit;
    this.type = type;
  }

  /** A method with its body. */
  public static final class MethodBody {
    private final ExecutableElement method;
    private final TreePath path;

    private MethodBody(ExecutableElement method, TreePath path) {
      this.method = method;
      this.path = path;
    }

    public ExecutableElement method() {
      return method;
    }
  }

  public TypeElement type() {
    return type;
  }

  /** The name of the source file, without folders. */
  public String sourceFile() {
    String path = unit.getSourceFile().getName();
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** The methods of the class and of its member classes, in the order of the source. */
  public List<MethodBody> methods() {
    List<MethodBody> methods = new ArrayList<>();
    TreePath root = new TreePath(unit);
    for (Tree declared : unit.getTypeDecls()) {
      TreePath path = new TreePath(root, declared);
      if (declared instanceof ClassTree tree && type.equals(trees.getElement(path))) {
        addMethods(path, tree, methods);
      }
    }
    return methods;
  }

  private void addMethods(TreePath owner, ClassTree tree, List<MethodBody> methods) {
    for (Tree member : tree.getMembers()) {
      TreePath path = new TreePath(owner, member);
      if (member instanceof ClassTree nested) {
        addMethods(path, nested, methods);
      } else if (member instanceof MethodTree) {
        Element element = trees.getElement(path);
        if (element instanceof ExecutableElement method) {
          methods.add(new MethodBody(method, path));
        }
      }
    }
  }

  /** Looks into the body of a task. */
  public void checkTask(MethodBody body, BodyAnalyzer analyzer) {
    analyzer.task(body.path, this);
  }

  /** Turns the body of a workflow into its graph; empty where it cannot, which has been told. */
  public Optional<AnalyzedBody> analyzeWorkflow(
      MethodBody body, WorkflowInterface self, BodyAnalyzer analyzer) {
    return analyzer.workflow(body.path, self, this);
  }

  /** Where rules over a body's graph report, each mistake at the tree that its node was made of. */
  public Diagnostics<Node> at(AnalyzedBody body) {
    return (node, problem, found) ->
        report(OptionPlace.of(body.places().apply(node), problem, found), problem, found);
  }

  @Override
  public void report(Tree place, Problem problem, Object... found) {
    Diagnostic.Kind kind =
        problem.severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    trees.printMessage(kind, problem.message(found), place, unit);
  }
}
