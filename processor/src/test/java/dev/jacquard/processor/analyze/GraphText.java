package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A graph as text for people, one line a node.
 *
 * <pre>
 * (0 points: List&lt;Integer>, 1 threshold: int)
 *   2 flags: List&lt;Boolean> = map #0 capturing #1
 *     (0 p: Integer, 1 threshold: int)
 *       2 isAnomalous: boolean = task isAnomalous(unbox(#0), #1)
 *     -> #2
 * -> #2
 * </pre>
 */
final class GraphText {

  private final StringBuilder text = new StringBuilder();

  private GraphText() {}

  static String of(GraphBlock block) {
    GraphText text = new GraphText();
    text.block(block, "");
    return text.text.toString();
  }

  private void block(GraphBlock block, String indent) {
    int next = 0;
    StringBuilder head = new StringBuilder();
    for (ValueType type : block.parameters()) {
      head.append(next == 0 ? "" : ", ").append(next).append(' ');
      head.append(block.parameterNames().get(next++)).append(": ").append(type(type));
    }
    line(indent, "(" + head + ")");
    for (Node node : block.nodes()) {
      String numbers = "";
      for (int i = 0; i < node.outputs().size(); i++) {
        numbers += (i == 0 ? "" : ",") + next++;
      }
      String types = node.outputs().stream().map(GraphText::type).collect(Collectors.joining(", "));
      line(
          indent + "  ",
          (numbers + " " + node.id()).strip()
              + (types.isEmpty() ? "" : ": " + types)
              + " = "
              + kind(node.kind()));
      inner(node.kind(), indent + "    ");
    }
    line(indent, "-> " + operands(block.results()));
  }

  private void inner(NodeKind kind, String indent) {
    if (kind instanceof NodeKind.MapNode map) {
      block(map.body(), indent);
    } else if (kind instanceof NodeKind.Branch branch) {
      branch.arms().forEach(arm -> block(arm, indent));
    }
  }

  private void line(String indent, String line) {
    text.append(indent).append(line.stripTrailing()).append('\n');
  }

  private static String kind(NodeKind kind) {
    if (kind instanceof NodeKind.TaskCall it) {
      return (it.discarded() ? "discarded " : "")
          + ("task " + it.receiver().map(pool -> operand(pool) + ".").orElse(""))
          + simple(it.task())
          + ("(" + operands(it.arguments()) + ")");
    }
    if (kind instanceof NodeKind.SubWorkflow it) {
      return "workflow " + simple(it.workflow()) + "(" + operands(it.arguments()) + ")";
    }
    if (kind instanceof NodeKind.MapNode it) {
      return (it.collect() == NodeKind.Collect.LIST ? "map" : label(it.collect()))
          + (" " + operands(it.items()))
          + (it.captures().isEmpty() ? "" : " capturing " + operands(it.captures()))
          + it.concurrency().map(value -> " concurrency " + operand(value)).orElse("")
          + it.displayName().map(value -> " named " + operand(value)).orElse("");
    }
    if (kind instanceof NodeKind.Pool it) {
      return "pool " + actor(it.actor()) + "(" + operands(it.arguments()) + ")";
    }
    if (kind instanceof NodeKind.Release it) {
      return "release " + operand(it.pool());
    }
    if (kind instanceof NodeKind.Branch it) {
      return "if "
          + operand(it.selector())
          + (it.captures().isEmpty() ? "" : " capturing " + operands(it.captures()));
    }
    return expression(((NodeKind.Evaluate) kind).expression());
  }

  private static String actor(String id) {
    return simple(id.substring(0, id.indexOf('(')));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String operands(List<Operand> operands) {
    return operands.stream().map(GraphText::operand).collect(Collectors.joining(", "));
  }

  private static String operand(Operand operand) {
    return operand instanceof Operand.ValueOperand value
        ? "#" + value.index()
        : constant((Operand.ConstantOperand) operand);
  }

  private static String constant(Operand.ConstantOperand constant) {
    if (constant.literal() instanceof Literal.ScalarLiteral literal) {
      Object value = literal.value();
      return value instanceof String
          ? "\"" + value + "\""
          : value instanceof Integer || value instanceof Boolean || value instanceof Double
              ? value.toString()
              : "(" + type(constant.type()) + ") " + value;
    }
    if (constant.literal() instanceof Literal.EnumLiteral literal) {
      return type(constant.type()) + "." + literal.constant();
    }
    return "null";
  }

  static String expression(Expression expression) {
    if (expression instanceof Expression.Read it) {
      return operand(it.operand());
    }
    if (expression instanceof Expression.Unary it) {
      return label(it.operator()) + " " + label(it.type()) + "(" + expression(it.operand()) + ")";
    }
    if (expression instanceof Expression.Binary it) {
      return label(it.operator()) + " " + label(it.type()) + both(it.left(), it.right());
    }
    if (expression instanceof Expression.Same it) {
      return (it.negated() ? "notSame" : "same") + both(it.left(), it.right());
    }
    if (expression instanceof Expression.Conditional it) {
      return "(%s ? %s : %s)"
          .formatted(expression(it.condition()), expression(it.then()), expression(it.otherwise()));
    }
    if (expression instanceof Expression.Convert it) {
      return label(it.from()) + " to " + label(it.to()) + "(" + expression(it.operand()) + ")";
    }
    if (expression instanceof Expression.Unbox it) {
      return "unbox(" + expression(it.operand()) + ")";
    }
    return parts(expression);
  }

  private static String parts(Expression expression) {
    if (expression instanceof Expression.Concat it) {
      return "concat" + all(it.parts());
    }
    if (expression instanceof Expression.Construct it) {
      return "new " + simple(it.record()) + all(it.components());
    }
    if (expression instanceof Expression.ReadComponent it) {
      return expression(it.value()) + "." + it.index();
    }
    if (expression instanceof Expression.Invoke it) {
      return simple(it.function().substring(0, it.function().indexOf('('))) + all(it.arguments());
    }
    if (expression instanceof Expression.NewArray it) {
      return label(it.type()) + "[]" + all(it.elements());
    }
    if (expression instanceof Expression.ArrayElement it) {
      return expression(it.array()) + "[" + expression(it.index()) + "]";
    }
    if (expression instanceof Expression.CheckedCast it) {
      return "cast " + type(it.type()) + "(" + expression(it.operand()) + ")";
    }
    return expression(((Expression.ArrayLength) expression).array()) + ".length";
  }

  private static String both(Expression left, Expression right) {
    return all(List.of(left, right));
  }

  private static String all(List<Expression> expressions) {
    return expressions.stream()
        .map(GraphText::expression)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private static String type(ValueType type) {
    if (type instanceof ValueType.PrimitiveType it) {
      return label(it.primitive());
    }
    if (type instanceof ValueType.BoxedType it) {
      String name =
          it.primitive() == ValueType.Primitive.INT
              ? "integer"
              : it.primitive() == ValueType.Primitive.CHAR ? "character" : label(it.primitive());
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
    if (type instanceof ValueType.ScalarType it) {
      return it.scalar() == ValueType.Scalar.STRING ? "String" : it.scalar().name();
    }
    if (type instanceof ValueType.ArrayType it) {
      return label(it.element()) + "[]";
    }
    if (type instanceof ValueType.ListType it) {
      return "List<" + type(it.element()) + ">";
    }
    if (type instanceof ValueType.SetType it) {
      return "Set<" + type(it.element()) + ">";
    }
    if (type instanceof ValueType.MapType it) {
      return "Map<" + type(it.key()) + ", " + type(it.value()) + ">";
    }
    if (type instanceof ValueType.OptionalType it) {
      return "Optional<" + type(it.element()) + ">";
    }
    if (type instanceof ValueType.PoolType it) {
      return "pool of " + actor(it.actor());
    }
    return type instanceof ValueType.DefinedType it ? simple(it.name()) : type.toString();
  }
}
