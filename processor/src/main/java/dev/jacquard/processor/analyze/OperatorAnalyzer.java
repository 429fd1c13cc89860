package dev.jacquard.processor.analyze;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression.Binary;
import dev.jacquard.processor.model.Expression.BinaryOperator;
import dev.jacquard.processor.model.Expression.Same;
import dev.jacquard.processor.model.Expression.Unary;
import dev.jacquard.processor.model.Expression.UnaryOperator;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads operators that evaluate all their operands. */
final class OperatorAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final ConcatAnalyzer concats;

  OperatorAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.concats = new ConcatAnalyzer(analysis, expressions);
  }

  ConcatAnalyzer concats() {
    return concats;
  }

  Term unary(BlockBuilder block, UnaryTree tree) {
    Term operand = expressions.analyze(block, tree.getExpression(), null);
    TypeMirror type = analysis.trees().typeOf(tree);
    Primitive primitive = analysis.trees().primitive(type);
    if (operand.broken() || primitive == null) {
      return Term.broken(type);
    }
    Term promoted = analysis.conversions().toPrimitive(operand, primitive);
    UnaryOperator operator =
        switch (tree.getKind()) {
          case UNARY_MINUS -> UnaryOperator.NEGATE;
          case BITWISE_COMPLEMENT -> UnaryOperator.COMPLEMENT;
          case LOGICAL_COMPLEMENT -> UnaryOperator.NOT;
          default -> null;
        };
    if (operator == null) {
      return promoted;
    }
    Object constant = promoted.scalar();
    Object folded = constant == null ? null : ConstantFolder.fold(operator, primitive, constant);
    return folded != null
        ? analysis.conversions().constant(folded, primitive)
        : Term.of(new Unary(operator, primitive, promoted.expression()), type, promoted);
  }

  /** Long chains lean to the left; they are read without descending into them. */
  Term binary(BlockBuilder block, BinaryTree tree) {
    Deque<BinaryTree> chain = new ArrayDeque<>();
    ExpressionTree left = tree;
    while (left instanceof BinaryTree it && !LazyAnalyzer.isLazy(it) && !concats.isConcat(it)) {
      chain.push(it);
      left = it.getLeftOperand();
    }
    if (chain.isEmpty()) {
      return concats.concat(block, tree);
    }
    Term term = expressions.analyze(block, left, null);
    for (BinaryTree it : chain) {
      ExpressionTree right = it.getRightOperand();
      term = combine(block, it, it.getKind(), term, it.getLeftOperand(), right);
    }
    return term;
  }

  /**
   * Applies the operator of a tree to a left side that is known and a right side that is to be
   * read.
   */
  Term combine(
      BlockBuilder block,
      Tree tree,
      Tree.Kind kind,
      Term left,
      Tree leftPlace,
      ExpressionTree right) {
    TypeMirror rightType = analysis.trees().typeOf(right);
    if (left.broken()) {
      expressions.analyze(block, right, null);
      return Term.broken(rightType);
    }
    if (isEquality(kind) && !isPrimitiveComparison(left.type(), rightType)) {
      return same(block, tree, kind, left, leftPlace, right);
    }
    return apply(
        block,
        BinaryOperators.of(kind),
        left,
        leftPlace,
        rightType,
        () -> expressions.analyzeFor(block, right, ofPrimitive(left.type()), null),
        right);
  }

  /** Applies an operator on primitives, boxed or not, after promotion. */
  Term apply(
      BlockBuilder block,
      BinaryOperator operator,
      Term left,
      Tree leftPlace,
      TypeMirror rightType,
      Supplier<Term> readRight,
      Tree rightPlace) {
    Primitive leftPrimitive = primitive(left.type());
    Primitive rightPrimitive = primitive(rightType);
    Primitive type = BinaryOperators.promoted(operator, leftPrimitive, rightPrimitive);
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    parts.add(analysis.conversions().toPrimitive(left, type), leftPlace);
    Term right = readRight.get();
    if (right.broken()) {
      return Term.broken(result(operator, type));
    }
    Primitive rightTo =
        BinaryOperators.isShift(operator) ? BinaryOperators.promoted(rightPrimitive) : type;
    parts.add(analysis.conversions().toPrimitive(right, rightTo), rightPlace);
    return folded(operator, type, parts);
  }

  private Term folded(BinaryOperator operator, Primitive type, Evaluations.Sequence parts) {
    Term left = parts.terms().get(0);
    Term right = parts.terms().get(1);
    Object leftConstant = left.scalar();
    Object rightConstant = right.scalar();
    if (leftConstant != null && rightConstant != null) {
      Object folded = ConstantFolder.fold(operator, type, leftConstant, rightConstant);
      if (folded != null) {
        return analysis
            .conversions()
            .constant(folded, BinaryOperators.isComparison(operator) ? Primitive.BOOLEAN : type);
      }
    }
    return Term.of(
        new Binary(operator, type, left.expression(), right.expression()),
        result(operator, type),
        parts.terms());
  }

  private TypeMirror result(BinaryOperator operator, Primitive type) {
    return analysis
        .trees()
        .typeOf(BinaryOperators.isComparison(operator) ? Primitive.BOOLEAN : type);
  }

  private Term same(
      BlockBuilder block,
      Tree tree,
      Tree.Kind kind,
      Term left,
      Tree leftPlace,
      ExpressionTree right) {
    TypeMirror type = analysis.trees().typeOf(Primitive.BOOLEAN);
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    parts.add(left, leftPlace);
    Term other = expressions.analyze(block, right, null);
    parts.add(other, right);
    if (!other.broken()
        && !left.isNull()
        && !other.isNull()
        && !isEnum(left.type())
        && !isEnum(other.type())) {
      analysis.report(
          tree,
          BodyProblem.REFERENCE_COMPARISON,
          kind == Tree.Kind.EQUAL_TO ? "==" : "!=",
          left.type(),
          other.type(),
          new UserCodeCheck(analysis).allowsEquals(left, other)
              ? "Use Objects.equals(a, b)."
              : "Compare them in a @Task.");
      return Term.broken(type);
    }
    return Term.of(
        new Same(
            kind == Tree.Kind.NOT_EQUAL_TO,
            parts.terms().get(0).expression(),
            parts.terms().get(1).expression()),
        type,
        parts.terms());
  }

  private static boolean isEquality(Tree.Kind kind) {
    return kind == Tree.Kind.EQUAL_TO || kind == Tree.Kind.NOT_EQUAL_TO;
  }

  // JLS 15.21: of two boxes, == compares references.
  private static boolean isPrimitiveComparison(TypeMirror left, TypeMirror right) {
    return left.getKind().isPrimitive() || right.getKind().isPrimitive();
  }

  private static boolean isEnum(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM;
  }

  private TypeMirror ofPrimitive(TypeMirror type) {
    return analysis.trees().typeOf(primitive(type));
  }

  private Primitive primitive(TypeMirror type) {
    @Nullable Primitive primitive = analysis.trees().primitive(type);
    if (primitive == null) {
      throw new InvalidJava();
    }
    return primitive;
  }
}
