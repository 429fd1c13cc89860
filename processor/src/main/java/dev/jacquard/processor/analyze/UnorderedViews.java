package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Tells what has an order of its own in each JVM: sets, maps, and what looks into them. */
final class UnorderedViews {

  private static final Set<String> VIEWS = Set.of("keySet", "values", "entrySet");
  private static final Set<String> ITERATIONS =
      Set.of("stream", "parallelStream", "iterator", "forEach", "toArray", "spliterator");

  private final TreeTypes trees;

  UnorderedViews(TreeTypes trees) {
    this.trees = trees;
  }

  /** Whether an expression is a set, a map, or a view of one. */
  boolean isUnordered(ExpressionTree tree) {
    ExpressionTree inner = ExpressionAnalyzer.withoutParentheses(tree);
    if (inner instanceof MethodInvocationTree call
        && trees.elementOf(call) instanceof ExecutableElement method
        && isView(method)) {
      return true;
    }
    TypeMirror type = trees.typeOf(inner);
    return isA(type, "java.util.Set") || isA(type, "java.util.Map");
  }

  boolean isUnordered(Arguments arguments, int index) {
    return arguments.place(index) instanceof ExpressionTree tree
        && !(tree instanceof com.sun.source.tree.MemberReferenceTree)
        && isUnordered(tree);
  }

  /** Whether a call looks into a set or map, or copies one into a list. */
  boolean isMadeBy(Invocation call) {
    ExecutableElement method = call.method();
    if (isView(method)) {
      return true;
    }
    String name = method.getSimpleName().toString();
    if (CallAnalyzer.isStatic(method)) {
      return name.equals("copyOf") && isUnordered(call.arguments(), 0);
    }
    Tree place = call.place();
    return ITERATIONS.contains(name)
        && place instanceof MethodInvocationTree tree
        && tree.getMethodSelect() instanceof MemberSelectTree select
        && isUnordered(select.getExpression());
  }

  private boolean isView(ExecutableElement method) {
    return VIEWS.contains(method.getSimpleName().toString())
        && isA(CallAnalyzer.owner(method).asType(), "java.util.Map");
  }

  boolean isCollection(TypeMirror type) {
    return isA(type, "java.util.Collection");
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = trees.elements().getTypeElement(name);
    return element != null
        && trees
            .types()
            .isSubtype(trees.types().erasure(type), trees.types().erasure(element.asType()));
  }
}
