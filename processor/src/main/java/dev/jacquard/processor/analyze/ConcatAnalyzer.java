package dev.jacquard.processor.analyze;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Concat;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType.Scalar;
import dev.jacquard.processor.model.ValueType.ScalarType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads string {@code +}. */
final class ConcatAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final UserCodeCheck userCode;

  ConcatAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.userCode = new UserCodeCheck(analysis);
  }

  boolean isConcat(BinaryTree tree) {
    return tree.getKind() == Tree.Kind.PLUS
        && analysis.trees().isString(analysis.trees().typeOf(tree));
  }

  Term concat(BlockBuilder block, BinaryTree tree) {
    Deque<ExpressionTree> parts = new ArrayDeque<>();
    ExpressionTree left = tree;
    while (left instanceof BinaryTree it && isConcat(it)) {
      parts.push(it.getRightOperand());
      left = it.getLeftOperand();
    }
    Term first = part(block, left);
    return append(block, first, left, List.copyOf(parts));
  }

  /** Joins a text that is known and others that are to be read. */
  Term append(BlockBuilder block, Term first, ExpressionTree place, List<ExpressionTree> others) {
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    boolean sound = userCode.allowsText(first, place);
    parts.add(first, place);
    for (ExpressionTree other : others) {
      Term term = part(block, other);
      sound &= userCode.allowsText(term, other);
      parts.add(term, other);
    }
    return sound ? join(parts.terms()) : Term.broken(analysis.trees().stringType());
  }

  // (c ? "none" : 1) has a type that is none of a value; the texts of its sides are of one type.
  private Term part(BlockBuilder block, ExpressionTree tree) {
    return ExpressionAnalyzer.withoutParentheses(tree) instanceof ConditionalExpressionTree choice
            && analysis.valueType(analysis.trees().typeOf(choice)) instanceof TypeAnswer.Refused
        ? expressions
            .lazy()
            .conditional(block, choice, analysis.trees().stringType(), null, this::text)
        : expressions.analyze(block, tree, null);
  }

  private Term text(BlockBuilder block, ExpressionTree tree) {
    return append(block, text(""), tree, List.of(tree));
  }

  private Term join(List<Term> parts) {
    StringBuilder constant = new StringBuilder();
    int folded = 0;
    for (; folded < parts.size(); folded++) {
      String text = textOf(parts.get(folded));
      if (text == null) {
        break;
      }
      constant.append(text);
    }
    List<Expression> joined = new ArrayList<>();
    if (folded > 0) {
      joined.add(text(constant.toString()).expression());
    }
    if (folded == parts.size()) {
      return text(constant.toString());
    }
    parts.subList(folded, parts.size()).forEach(part -> joined.add(part.expression()));
    return Term.of(new Concat(joined), analysis.trees().stringType(), parts);
  }

  // Not of floating-point numbers: their texts differ between Java releases, and are left to the
  // one that runs it.
  private static @Nullable String textOf(Term part) {
    if (part.isNull()) {
      return "null";
    }
    Object value = part.scalar();
    return value == null || value instanceof Float || value instanceof Double
        ? null
        : value.toString();
  }

  private Term text(String value) {
    return Term.of(
        new ConstantOperand(new ScalarType(Scalar.STRING), new ScalarLiteral(value)),
        analysis.trees().stringType());
  }
}
