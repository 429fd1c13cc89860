package dev.jacquard.processor.analyze;

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
import java.util.Locale;

/** Names a computation for what it does, where no variable names it. */
final class ExpressionNames {

  private ExpressionNames() {}

  static String of(Expression expression) {
    if (expression instanceof Binary it) {
      return camelCase(it.operator());
    }
    if (expression instanceof Unary it) {
      return camelCase(it.operator());
    }
    if (expression instanceof Same it) {
      return it.negated() ? "notSame" : "same";
    }
    if (expression instanceof Invoke it) {
      String path = it.function().substring(0, it.function().indexOf('(')).replace(".<init>", "");
      return PureCallAnalyzer.simpleName(path);
    }
    if (expression instanceof Construct it) {
      return PureCallAnalyzer.simpleName(it.record());
    }
    return plain(expression);
  }

  private static String plain(Expression expression) {
    if (expression instanceof Conditional) {
      return "conditional";
    }
    if (expression instanceof Concat) {
      return "concat";
    }
    if (expression instanceof ReadComponent) {
      return "component";
    }
    if (expression instanceof Unbox) {
      return "unbox";
    }
    if (expression instanceof Convert || expression instanceof CheckedCast) {
      return "cast";
    }
    if (expression instanceof NewArray) {
      return "array";
    }
    if (expression instanceof ArrayElement) {
      return "element";
    }
    return expression instanceof ArrayLength ? "length" : "value";
  }

  private static String camelCase(Enum<?> operator) {
    StringBuilder name = new StringBuilder();
    for (String word : operator.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
