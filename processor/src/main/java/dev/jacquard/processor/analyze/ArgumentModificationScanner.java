package dev.jacquard.processor.analyze;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds writes to the arrays and collections that a task is given. */
final class ArgumentModificationScanner {

  private static final Set<String> MUTATORS =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replace",
          "replaceAll",
          "retainAll",
          "set",
          "sort");

  // Of Collections and Arrays: they change their first argument.
  private static final Set<String> MUTATING_FUNCTIONS =
      Set.of(
          "addAll",
          "fill",
          "parallelPrefix",
          "parallelSetAll",
          "parallelSort",
          "reverse",
          "rotate",
          "setAll",
          "shuffle",
          "sort",
          "swap");

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final TreePath method;
  private final Diagnostics<Tree> diagnostics;

  ArgumentModificationScanner(
      Trees trees, Types types, Elements elements, TreePath method, Diagnostics<Tree> diagnostics) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.method = method;
    this.diagnostics = diagnostics;
  }

  void scan(MethodTree task) {
    if (task.getBody() == null) {
      return;
    }
    Set<Element> parameters = new HashSet<>();
    for (VariableTree parameter : task.getParameters()) {
      parameters.add(elementOf(parameter));
    }
    // A parameter that is assigned may hold a copy.
    new AssignedVariables(parameters).scan(task.getBody(), null);
    new Writes(parameters).scan(task.getBody(), null);
  }

  private @Nullable Element elementOf(Tree tree) {
    return trees.getElement(new TreePath(method, tree));
  }

  /** Takes the assigned variables out of a set. */
  private final class AssignedVariables extends TreeScanner<Void, Void> {

    private final Set<Element> variables;

    AssignedVariables(Set<Element> variables) {
      this.variables = variables;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      variables.remove(elementOf(tree.getVariable()));
      return super.visitAssignment(tree, null);
    }
  }

  /** Reports what changes one of the parameters. */
  private final class Writes extends TreeScanner<Void, Void> {

    private final Set<Element> parameters;

    Writes(Set<Element> parameters) {
      this.parameters = parameters;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      checkElement(tree, tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void unused) {
      checkElement(tree, tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      if (AssignmentAnalyzer.isAssignment(tree)) {
        checkElement(tree, tree.getExpression());
      }
      return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      if (tree.getMethodSelect() instanceof MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        if (MUTATORS.contains(name) && isCollection(select.getExpression())) {
          check(tree, select.getExpression());
        } else if (MUTATING_FUNCTIONS.contains(name)
            && !tree.getArguments().isEmpty()
            && isOfUtilities(select.getExpression())) {
          check(tree, tree.getArguments().get(0));
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    private void checkElement(Tree place, ExpressionTree target) {
      if (ExpressionAnalyzer.withoutParentheses(target) instanceof ArrayAccessTree access) {
        check(place, access.getExpression());
      }
    }

    private void check(Tree place, ExpressionTree changed) {
      if (ExpressionAnalyzer.withoutParentheses(changed) instanceof IdentifierTree name
          && parameters.contains(elementOf(name))) {
        diagnostics.report(place, BodyProblem.ARGUMENT_MODIFIED, place, name);
      }
    }
  }

  private boolean isCollection(Tree tree) {
    TypeMirror type = trees.getTypeMirror(new TreePath(method, tree));
    return type != null && (isA(type, "java.util.Collection") || isA(type, "java.util.Map"));
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = elements.getTypeElement(name);
    return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }

  private boolean isOfUtilities(Tree tree) {
    return elementOf(tree) instanceof TypeElement type
        && (type.getQualifiedName().contentEquals("java.util.Collections")
            || type.getQualifiedName().contentEquals("java.util.Arrays"));
  }
}
