package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Source;
import dev.jacquard.engine.code.TypeText;
import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Conditional;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Invoke;
import dev.jacquard.spec.v1.Raise;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.Unary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions as Java would write them; conversions that the compiler put in are left out. */
final class ExpressionText {

  private final SpecText text;
  private final List<Source> scope;

  ExpressionText(SpecText text, List<Source> scope) {
    this.text = text;
    this.scope = scope;
  }

  String of(Expression expression) {
    return switch (expression.getKindCase()) {
      case OPERAND -> text.source(expression.getOperand(), scope).text();
      case UNARY -> sign(expression.getUnary()) + inner(expression.getUnary().getOperand());
      case BINARY -> binary(expression.getBinary());
      case CONDITIONAL -> conditional(expression.getConditional());
      case CONVERT -> of(expression.getConvert().getOperand());
      case UNBOX -> of(expression.getUnbox());
      case CONCAT ->
          expression.getConcat().getPartsList().stream()
              .map(this::inner)
              .collect(Collectors.joining(" + "));
      case CONSTRUCT ->
          "new "
              + SpecText.simple(definition(expression.getConstruct().getType()).getName())
              + list(expression.getConstruct().getComponentsList());
      case COMPONENT -> component(expression);
      case INVOKE -> invoke(expression.getInvoke());
      case ARRAY ->
          "new "
              + expression.getArray().getType().name().toLowerCase(Locale.ROOT)
              + "[] {"
              + commas(expression.getArray().getElementsList())
              + "}";
      case CHECKED_CAST ->
          "("
              + TypeText.of(expression.getCheckedCast().getType(), text.spec())
              + ") "
              + inner(expression.getCheckedCast().getOperand());
      case INSTANCE_OF ->
          inner(expression.getInstanceOf().getOperand())
              + " instanceof "
              + TypeText.of(expression.getInstanceOf().getType(), text.spec());
      case RAISE -> raise(expression.getRaise());
      case ELEMENT ->
          inner(expression.getElement().getArray())
              + "["
              + of(expression.getElement().getIndex())
              + "]";
      case ARRAY_LENGTH -> inner(expression.getArrayLength()) + ".length";
      case KIND_NOT_SET -> "?";
    };
  }

  private String binary(Binary binary) {
    return inner(binary.getLeft())
        + " "
        + sign(binary.getOperator())
        + " "
        + inner(binary.getRight());
  }

  /** {@code a && b} is {@code a ? b : false}, and {@code a || b} is {@code a ? true : b}. */
  private String conditional(Conditional conditional) {
    String condition = inner(conditional.getCondition());
    if (of(conditional.getOtherwise()).equals("false")) {
      return condition + " && " + inner(conditional.getThen());
    }
    if (of(conditional.getThen()).equals("true")) {
      return condition + " || " + inner(conditional.getOtherwise());
    }
    return condition
        + " ? "
        + inner(conditional.getThen())
        + " : "
        + inner(conditional.getOtherwise());
  }

  private String component(Expression expression) {
    TypeDefinition record = definition(expression.getComponent().getType());
    String name = record.getRecord().getComponents(expression.getComponent().getIndex()).getName();
    return inner(expression.getComponent().getRecord()) + "." + name + "()";
  }

  /**
   * A signature such as {@code java.util.List.get(int)}; one argument more than it names is the
   * receiver.
   */
  private String invoke(Invoke invoke) {
    String function = invoke.getFunction();
    int open = function.indexOf('(');
    String parameters = function.substring(open + 1, function.length() - 1);
    int declared = parameters.isEmpty() ? 0 : parameters.split(",").length;
    String qualified = function.substring(0, open);
    String method = qualified.substring(qualified.lastIndexOf('.') + 1);
    List<Expression> arguments = invoke.getArgumentsList();
    if (arguments.size() == declared + 1 && !parameters.endsWith("[]")) {
      return inner(arguments.get(0)) + "." + method + list(arguments.subList(1, arguments.size()));
    }
    String owner = qualified.substring(0, qualified.lastIndexOf('.'));
    String prefix = owner.startsWith("dev.jacquard.") ? "" : SpecText.simple(owner) + ".";
    return prefix + method + list(arguments);
  }

  private String raise(Raise raise) {
    if (raise.hasAgain()) {
      return "throw " + of(raise.getAgain());
    }
    String name = raise.getClassesCount() == 0 ? "Throwable" : SpecText.simple(raise.getClasses(0));
    return "throw new " + name + "(" + (raise.hasMessage() ? of(raise.getMessage()) : "") + ")";
  }

  private TypeDefinition definition(int index) {
    return text.spec().getTypes(index);
  }

  private String list(List<Expression> arguments) {
    return "(" + commas(arguments) + ")";
  }

  private String commas(List<Expression> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  /** An operand of a larger expression, in parentheses where it has operators of its own. */
  private String inner(Expression expression) {
    return switch (expression.getKindCase()) {
      case CONVERT -> inner(expression.getConvert().getOperand());
      case UNBOX -> inner(expression.getUnbox());
      case BINARY, CONDITIONAL, CONCAT, CHECKED_CAST, INSTANCE_OF -> "(" + of(expression) + ")";
      default -> of(expression);
    };
  }

  private static String sign(Unary unary) {
    return switch (unary.getOperator()) {
      case NEGATE -> "-";
      case COMPLEMENT -> "~";
      case NOT -> "!";
      case OPERATOR_UNSPECIFIED, UNRECOGNIZED -> "?";
    };
  }

  private static String sign(Binary.Operator operator) {
    return switch (operator) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case REMAINDER -> "%";
      case SHIFT_LEFT -> "<<";
      case SHIFT_RIGHT -> ">>";
      case SHIFT_RIGHT_UNSIGNED -> ">>>";
      case AND -> "&";
      case OR -> "|";
      case XOR -> "^";
      case EQUAL, SAME -> "==";
      case NOT_EQUAL, NOT_SAME -> "!=";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case OPERATOR_UNSPECIFIED, UNRECOGNIZED -> "?";
    };
  }
}
