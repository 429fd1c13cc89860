package dev.jacquard.processor.analyze;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Conditional;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads {@code &&}, {@code ||} and {@code ?:}, of which one side may not be evaluated. */
final class LazyAnalyzer {

  // What functions of the closed list ask for, though it is no type of a value.
  private static final Set<String> GENERAL = Set.of("java.lang.Object", "java.lang.CharSequence");

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final BranchMerge merge;

  /** A side: reads its tree in a block of its own. */
  private record Side(Function<BlockBuilder, Term> read, Tree place) {}

  LazyAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.merge = new BranchMerge(analysis);
  }

  static boolean isLazy(BinaryTree tree) {
    return tree.getKind() == Tree.Kind.CONDITIONAL_AND
        || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  Term shortCircuit(BlockBuilder block, BinaryTree tree, @Nullable String name) {
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    TypeMirror type = analysis.trees().typeOf(Primitive.BOOLEAN);
    Term left = expressions.converted(block, tree.getLeftOperand(), type, null);
    Side right =
        side(tree.getRightOperand(), (arm, side) -> expressions.converted(arm, side, type, null));
    Side known = new Side(arm -> analysis.conversions().constant(!and, Primitive.BOOLEAN), tree);
    Choice choice = new Choice(block, left, tree.getLeftOperand(), type, tree, name);
    return and ? choose(choice, right, known) : choose(choice, known, right);
  }

  Term conditional(BlockBuilder block, ConditionalExpressionTree tree, @Nullable String name) {
    TypeMirror type = ownType(tree);
    return conditional(
        block, tree, type, name, (arm, side) -> expressions.converted(arm, side, type, null));
  }

  /**
   * Whether javac lets the sides skip float: JLS 15.25 makes {@code c ? i : f} a float, but javac
   * converts the int straight to the double that is asked for, unless there are parentheses.
   */
  boolean skipsFloat(ConditionalExpressionTree tree, TypeMirror to) {
    return to.getKind() == TypeKind.DOUBLE
        && analysis.trees().typeOf(tree).getKind() == TypeKind.FLOAT;
  }

  /** Reads a {@code ?:} whose sides skip float; one with a constant condition is no more there. */
  Term conditionalFor(
      BlockBuilder block, ConditionalExpressionTree tree, TypeMirror to, @Nullable String name) {
    Term condition = condition(block, tree);
    TypeMirror type = condition.scalar() == null ? to : analysis.trees().typeOf(tree);
    return conditional(
        new Choice(block, condition, tree.getCondition(), type, tree, name),
        tree,
        (arm, side) -> expressions.converted(arm, side, type, null));
  }

  /**
   * Reads {@code ?:} to a type of its own.
   *
   * @param read reads a side in its block, as that type
   */
  Term conditional(
      BlockBuilder block,
      ConditionalExpressionTree tree,
      TypeMirror type,
      @Nullable String name,
      BiFunction<BlockBuilder, ExpressionTree, Term> read) {
    Term condition = condition(block, tree);
    return conditional(
        new Choice(block, condition, tree.getCondition(), type, tree, name), tree, read);
  }

  private Term condition(BlockBuilder block, ConditionalExpressionTree tree) {
    TypeMirror type = analysis.trees().typeOf(Primitive.BOOLEAN);
    return expressions.converted(block, tree.getCondition(), type, null);
  }

  private Term conditional(
      Choice choice,
      ConditionalExpressionTree tree,
      BiFunction<BlockBuilder, ExpressionTree, Term> read) {
    return choose(
        choice, side(tree.getTrueExpression(), read), side(tree.getFalseExpression(), read));
  }

  // javac gives it the type that is asked of it: as an argument of equals, Object. Its own is that
  // of its sides.
  private TypeMirror ownType(ExpressionTree tree) {
    TypeMirror asked = analysis.trees().typeOf(tree);
    if (tree instanceof ParenthesizedTree parenthesized) {
      return ownType(parenthesized.getExpression());
    }
    if (!(tree instanceof ConditionalExpressionTree conditional)
        || !GENERAL.contains(analysis.trees().nameOf(asked))) {
      return asked;
    }
    TypeMirror first = ownType(conditional.getTrueExpression());
    TypeMirror own =
        first.getKind() == TypeKind.NULL ? ownType(conditional.getFalseExpression()) : first;
    return own instanceof PrimitiveType primitive
        ? analysis.trees().types().boxedClass(primitive).asType()
        : own;
  }

  private static Side side(
      ExpressionTree tree, BiFunction<BlockBuilder, ExpressionTree, Term> read) {
    return new Side(arm -> read.apply(arm, tree), tree);
  }

  private record Choice(
      BlockBuilder block,
      Term condition,
      Tree conditionPlace,
      TypeMirror type,
      Tree place,
      @Nullable String name) {}

  private Term choose(Choice choice, Side ifTrue, Side ifFalse) {
    Captures captures = new Captures();
    BlockBuilder first = choice.block.arm(captures);
    BlockBuilder second = choice.block.arm(captures);
    Term then = ifTrue.read.apply(first);
    Term otherwise = ifFalse.read.apply(second);
    if (choice.condition.broken() || then.broken() || otherwise.broken()) {
      return Term.broken(choice.type);
    }
    if (first.isPure() && second.isPure()) {
      return expression(choice, then, otherwise, first.outward());
    }
    Evaluations evaluations = analysis.evaluations();
    Operand selector =
        evaluations.operand(choice.block, choice.condition, choice.conditionPlace, null);
    BranchMerge.Arm thenArm =
        BranchMerge.Arm.going(first, evaluations.operand(first, then, ifTrue.place, null));
    BranchMerge.Arm otherwiseArm =
        BranchMerge.Arm.going(second, evaluations.operand(second, otherwise, ifFalse.place, null));
    ValueType type = evaluations.valueType(choice.type, "This expression", choice.place);
    List<Operand> outputs =
        merge.branch(
            new BranchMerge.Fork(choice.block, selector, captures, choice.place, choice.name),
            thenArm,
            otherwiseArm,
            List.of(type));
    return Term.of(outputs.get(0), choice.type);
  }

  private static Term expression(Choice choice, Term then, Term otherwise, Substitution outward) {
    Expression first = outward.apply(then.expression());
    Expression second = outward.apply(otherwise.expression());
    Term thenOutside = new Term(first, choice.type, then.fallible(), false);
    Term otherwiseOutside = new Term(second, choice.type, otherwise.fallible(), false);
    if (choice.condition.scalar() instanceof Boolean constant) {
      return constant ? thenOutside : otherwiseOutside;
    }
    return Term.of(
        new Conditional(choice.condition.expression(), first, second),
        choice.type,
        List.of(choice.condition, thenOutside, otherwiseOutside));
  }
}
