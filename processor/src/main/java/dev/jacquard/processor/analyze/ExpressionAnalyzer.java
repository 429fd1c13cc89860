package dev.jacquard.processor.analyze;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.jacquard.processor.model.Operand;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads expressions, of any kind, in the order in which Java evaluates them. */
final class ExpressionAnalyzer {

  private final Analysis analysis;
  private final NameAnalyzer names;
  private final OperatorAnalyzer operators;
  private final LazyAnalyzer lazy;
  private final AssignmentAnalyzer assignments;
  private final CallAnalyzer calls;
  private final ConstructionAnalyzer constructions;
  private final ActorAnalyzer actors;

  ExpressionAnalyzer(Analysis analysis) {
    this.analysis = analysis;
    this.actors = new ActorAnalyzer(analysis, this);
    this.names = new NameAnalyzer(analysis, this);
    this.operators = new OperatorAnalyzer(analysis, this);
    this.lazy = new LazyAnalyzer(analysis, this);
    this.assignments = new AssignmentAnalyzer(analysis, this, operators);
    this.constructions = new ConstructionAnalyzer(analysis, this);
    this.calls = new CallAnalyzer(analysis, this, constructions);
  }

  LazyAnalyzer lazy() {
    return lazy;
  }

  AssignmentAnalyzer assignments() {
    return assignments;
  }

  ActorAnalyzer actors() {
    return actors;
  }

  /**
   * Reads an expression.
   *
   * @param name the variable that its value is for; null where there is none
   */
  Term analyze(BlockBuilder block, ExpressionTree tree, @Nullable String name) {
    if (tree instanceof ParenthesizedTree it) {
      return analyze(block, it.getExpression(), name);
    }
    analysis.trees().typeOf(tree);
    if (tree instanceof MethodInvocationTree it) {
      return calls.call(block, it, name, false);
    }
    if (tree instanceof BinaryTree it) {
      if (actors.isComparison(it)) {
        return actors.refusals().comparison(it);
      }
      return LazyAnalyzer.isLazy(it)
          ? lazy.shortCircuit(block, it, name)
          : operators.binary(block, it);
    }
    if (tree instanceof ConditionalExpressionTree it) {
      return actors.isChoice(it) ? actors.refusals().choice(it) : lazy.conditional(block, it, name);
    }
    if (tree instanceof UnaryTree it) {
      return AssignmentAnalyzer.isAssignment(it)
          ? assignments.increment(block, it)
          : operators.unary(block, it);
    }
    if (tree instanceof AssignmentTree it) {
      return assignments.assignment(block, it);
    }
    if (tree instanceof CompoundAssignmentTree it) {
      return assignments.compound(block, it);
    }
    return primary(block, tree, name);
  }

  private Term primary(BlockBuilder block, ExpressionTree tree, @Nullable String name) {
    if (tree instanceof LiteralTree it) {
      return names.literal(it);
    }
    if (tree instanceof IdentifierTree it) {
      return names.identifier(block, it);
    }
    if (tree instanceof MemberSelectTree it) {
      return names.select(block, it);
    }
    if (tree instanceof TypeCastTree it) {
      Term term = analyze(block, it.getExpression(), name);
      TypeMirror type = analysis.trees().typeOf(it);
      return term.broken() ? Term.broken(type) : analysis.conversions().cast(term, type, it);
    }
    if (tree instanceof NewClassTree it) {
      return constructions.newObject(block, it);
    }
    if (tree instanceof NewArrayTree it) {
      return constructions.newArray(block, it);
    }
    if (tree instanceof ArrayAccessTree it) {
      return constructions.element(block, it);
    }
    return Refusals.expression(analysis, tree);
  }

  /** Reads an expression for a place of the given type; what it computes becomes a node. */
  Operand operand(BlockBuilder block, ExpressionTree tree, TypeMirror to, @Nullable String name) {
    Term term = converted(block, tree, to, name);
    return analysis.evaluations().operand(block, term, tree, name);
  }

  /** Reads an expression and converts it for a place of the given type. */
  Term converted(BlockBuilder block, ExpressionTree tree, TypeMirror to, @Nullable String name) {
    Term term = analyzeFor(block, tree, to, name);
    return term.broken() ? Term.broken(to) : analysis.conversions().assign(term, to, tree);
  }

  /** Reads an expression for a place of the given type; it is not yet converted to it. */
  Term analyzeFor(BlockBuilder block, ExpressionTree tree, TypeMirror to, @Nullable String name) {
    return tree instanceof ConditionalExpressionTree it && lazy.skipsFloat(it, to)
        ? lazy.conditionalFor(block, it, to, name)
        : analyze(block, tree, name);
  }

  /** Reads an expression whose value nobody wants. */
  void discard(BlockBuilder block, ExpressionTree tree) {
    if (actors.discards(block, tree)) {
      return;
    }
    Term term =
        tree instanceof MethodInvocationTree call
            ? calls.call(block, call, null, true)
            : analyze(block, tree, null);
    if (term.fallible()) {
      analysis.evaluations().operand(block, term, tree, null);
    }
  }

  /** The expression without the parentheses around it. */
  static ExpressionTree withoutParentheses(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** Whether a tree names a type or a package, rather than a value. */
  static boolean isNoValue(TreeTypes trees, Tree tree) {
    var element = trees.elementIfAny(tree);
    return element != null
        && !(element instanceof javax.lang.model.element.VariableElement)
        && !(element instanceof javax.lang.model.element.ExecutableElement);
  }

  /**
   * Whether a member is named as one of {@code this}, which the static body of a workflow lacks.
   */
  static boolean isOfThis(ExpressionTree member) {
    if (member instanceof MemberSelectTree select) {
      return select.getExpression() instanceof IdentifierTree of
          && (of.getName().contentEquals("this") || of.getName().contentEquals("super"));
    }
    return member instanceof IdentifierTree;
  }
}
