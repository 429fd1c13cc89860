package dev.jacquard.processor.check;

import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.ArrayElement;
import dev.jacquard.processor.model.Expression.ArrayLength;
import dev.jacquard.processor.model.Expression.Binary;
import dev.jacquard.processor.model.Expression.CheckedCast;
import dev.jacquard.processor.model.Expression.Concat;
import dev.jacquard.processor.model.Expression.Conditional;
import dev.jacquard.processor.model.Expression.Construct;
import dev.jacquard.processor.model.Expression.Convert;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.Expression.NewArray;
import dev.jacquard.processor.model.Expression.ReadComponent;
import dev.jacquard.processor.model.Expression.Same;
import dev.jacquard.processor.model.Expression.Unary;
import dev.jacquard.processor.model.Expression.Unbox;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind.Evaluate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A spec can be read back by every reader, whose stack is not endless. */
final class NestingRule implements GraphRule {

  private static final int LIMIT = 200;

  private record Level(Expression expression, int depth) {}

  @Override
  public void check(Node node, int depth, Diagnostics<Node> diagnostics) {
    int deepest =
        node.kind() instanceof Evaluate evaluate ? depth + depthOf(evaluate.expression()) : depth;
    if (deepest == LIMIT + 1 || (depth <= LIMIT && deepest > LIMIT)) {
      diagnostics.report(node, BodyProblem.TOO_DEEPLY_NESTED, LIMIT, deepest);
    }
  }

  private static int depthOf(Expression expression) {
    int deepest = 0;
    Deque<Level> open = new ArrayDeque<>(List.of(new Level(expression, 0)));
    while (!open.isEmpty()) {
      Level level = open.pop();
      deepest = Math.max(deepest, level.depth());
      parts(level.expression()).forEach(part -> open.push(new Level(part, level.depth() + 1)));
    }
    return deepest;
  }

  private static List<Expression> parts(Expression expression) {
    if (expression instanceof Binary it) {
      return List.of(it.left(), it.right());
    }
    if (expression instanceof Same it) {
      return List.of(it.left(), it.right());
    }
    if (expression instanceof Conditional it) {
      return List.of(it.condition(), it.then(), it.otherwise());
    }
    if (expression instanceof Concat it) {
      return it.parts();
    }
    if (expression instanceof Construct it) {
      return it.components();
    }
    if (expression instanceof Invoke it) {
      return it.arguments();
    }
    if (expression instanceof NewArray it) {
      return it.elements();
    }
    return expression instanceof ArrayElement it
        ? List.of(it.array(), it.index())
        : part(expression);
  }

  private static List<Expression> part(Expression expression) {
    if (expression instanceof Unary it) {
      return List.of(it.operand());
    }
    if (expression instanceof Convert it) {
      return List.of(it.operand());
    }
    if (expression instanceof Unbox it) {
      return List.of(it.operand());
    }
    if (expression instanceof ReadComponent it) {
      return List.of(it.value());
    }
    if (expression instanceof CheckedCast it) {
      return List.of(it.operand());
    }
    return expression instanceof ArrayLength it ? List.of(it.array()) : List.of();
  }
}
