package dev.jacquard.processor.analyze;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression.BinaryOperator;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what gives local variables their values: each assignment makes a new one. */
final class AssignmentAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final OperatorAnalyzer operators;

  AssignmentAnalyzer(
      Analysis analysis, ExpressionAnalyzer expressions, OperatorAnalyzer operators) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.operators = operators;
  }

  static boolean isAssignment(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** A declaration of a local variable; without an initializer it holds what is never read. */
  void declaration(BlockBuilder block, VariableTree tree) {
    if (expressions.actors().declares(block, tree)) {
      return;
    }
    VariableElement variable = analysis.trees().variableOf(tree);
    ExpressionTree initializer = tree.getInitializer();
    String name = variable.getSimpleName().toString();
    Term term =
        initializer == null || isNoActor(initializer, variable)
            ? null
            : expressions.converted(block, initializer, variable.asType(), name);
    if (!analysis.variables().declare(variable, tree, term != null && term.broken())) {
      return;
    }
    Operand value =
        term == null
            ? Analysis.zero(analysis.variables().typeOf(variable, tree))
            : analysis.evaluations().operand(block, term, tree, name);
    block.declare(variable, value);
  }

  // Without 'new' it is told where it is declared.
  private boolean isNoActor(ExpressionTree initializer, VariableElement variable) {
    return initializer.getKind() == Tree.Kind.NULL_LITERAL && analysis.isActor(variable.asType());
  }

  Term assignment(BlockBuilder block, AssignmentTree tree) {
    VariableElement variable = target(tree.getVariable(), tree);
    if (variable == null) {
      return Term.broken(analysis.trees().typeOf(tree));
    }
    Term term =
        expressions.converted(
            block, tree.getExpression(), variable.asType(), variable.getSimpleName().toString());
    return assign(block, variable, term, tree);
  }

  Term compound(BlockBuilder block, CompoundAssignmentTree tree) {
    VariableElement variable = target(tree.getVariable(), tree);
    if (variable == null) {
      return Term.broken(analysis.trees().typeOf(tree));
    }
    Term old = analysis.variables().read(block, variable, tree.getVariable());
    ExpressionTree right = tree.getExpression();
    Term result =
        analysis.trees().isString(variable.asType())
            ? operators.concats().append(block, old, tree.getVariable(), List.of(right))
            : operators.combine(block, tree, tree.getKind(), old, tree.getVariable(), right);
    return assign(block, variable, narrowed(result, variable.asType()), tree);
  }

  Term increment(BlockBuilder block, UnaryTree tree) {
    VariableElement variable = target(tree.getExpression(), tree);
    if (variable == null) {
      return Term.broken(analysis.trees().typeOf(tree));
    }
    Tree.Kind kind = tree.getKind();
    Term old = analysis.variables().read(block, variable, tree.getExpression());
    if (old.broken()) {
      return old;
    }
    boolean up = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
    Term sum =
        operators.apply(
            block,
            up ? BinaryOperator.ADD : BinaryOperator.SUBTRACT,
            old,
            tree,
            analysis.trees().typeOf(Primitive.INT),
            () -> analysis.conversions().constant(1, Primitive.INT),
            tree);
    Term changed = assign(block, variable, narrowed(sum, variable.asType()), tree);
    boolean postfix = kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
    return postfix ? old : changed;
  }

  // JLS 15.26.2: what comes out is cast to the variable's type.
  private Term narrowed(Term term, TypeMirror to) {
    @Nullable Primitive primitive = analysis.trees().primitive(to);
    return primitive == null || term.broken()
        ? term.as(to)
        : analysis.conversions().toPrimitive(term, primitive).as(to);
  }

  private Term assign(BlockBuilder block, VariableElement variable, Term term, Tree place) {
    if (term.broken() || analysis.variables().isBroken(variable)) {
      analysis.variables().spoil(variable);
      return Term.broken(variable.asType());
    }
    String name = variable.getSimpleName().toString();
    Operand value = analysis.evaluations().operand(block, term, place, name);
    block.assign(variable, value);
    return Term.of(value, variable.asType());
  }

  /** The local variable that is assigned; null where it is something else, which is reported. */
  private @Nullable VariableElement target(ExpressionTree tree, Tree place) {
    ExpressionTree target = ExpressionAnalyzer.withoutParentheses(tree);
    if (analysis.trees().elementIfAny(target) instanceof VariableElement variable
        && (variable.getKind() == ElementKind.LOCAL_VARIABLE
            || variable.getKind() == ElementKind.PARAMETER)) {
      if (analysis.variables().isActor(variable)) {
        expressions.actors().refusals().assignment(variable, place);
        return null;
      }
      boolean told = analysis.isActor(variable.asType()) && analysis.variables().isBroken(variable);
      return told ? null : variable;
    }
    analysis.report(
        place,
        BodyProblem.UNSUPPORTED_EXPRESSION,
        "an assignment to '" + target + "'",
        "A workflow has local variables alone; keep other state in a @Task.");
    return null;
  }
}
