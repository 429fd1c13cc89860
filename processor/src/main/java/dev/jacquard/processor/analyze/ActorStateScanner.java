package dev.jacquard.processor.analyze;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds writes to fields in the task of an actor: which replica gets a call, and after which
 * others, is open, so that an answer must not depend on them.
 */
final class ActorStateScanner extends TreeScanner<Void, Void> {

  private final Trees trees;
  private final TreePath method;
  private final Diagnostics<Tree> diagnostics;

  ActorStateScanner(Trees trees, TreePath method, Diagnostics<Tree> diagnostics) {
    this.trees = trees;
    this.method = method;
    this.diagnostics = diagnostics;
  }

  /** Whether the user has said of an element, or of what it stands in, that it may write. */
  static boolean isSuppressed(Element element) {
    for (Element next = element; next != null; next = next.getEnclosingElement()) {
      SuppressWarnings suppressed = next.getAnnotation(SuppressWarnings.class);
      if (suppressed != null
          && Arrays.asList(suppressed.value()).contains(BodyProblem.ACTOR_STATE.id())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    check(tree, tree.getVariable());
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    check(tree, tree.getVariable());
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    if (AssignmentAnalyzer.isAssignment(tree)) {
      check(tree, tree.getExpression());
    }
    return super.visitUnary(tree, null);
  }

  /** A local class has fields of its own. */
  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }

  private void check(Tree place, ExpressionTree target) {
    ExpressionTree written = ExpressionAnalyzer.withoutParentheses(target);
    Element field = trees.getElement(new TreePath(method, written));
    if (field != null
        && field.getKind() == ElementKind.FIELD
        && (isOfReplica(written) || field.getModifiers().contains(Modifier.STATIC))) {
      diagnostics.report(place, BodyProblem.ACTOR_STATE, place);
    }
  }

  private static boolean isOfReplica(ExpressionTree written) {
    return written instanceof IdentifierTree
        || (written instanceof MemberSelectTree && ExpressionAnalyzer.isOfThis(written));
  }
}
