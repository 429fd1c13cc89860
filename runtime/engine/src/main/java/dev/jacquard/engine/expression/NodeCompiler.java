package dev.jacquard.engine.expression;

import dev.jacquard.engine.expression.ExpressionLimitException.Limit;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.spec.v1.Conditional;
import dev.jacquard.spec.v1.Construct;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Expression.KindCase;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spi.RecordCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Compiles expressions to nodes. What nests on the left, as {@code a + b + c} does, becomes one
 * node of many links; all else may nest {@link #MOST_LEVELS} deep.
 */
final class NodeCompiler {

  /** What fits into half a megabyte of stack, evaluation included, with room to spare. */
  static final int MOST_LEVELS = 400;

  private final TypeTable types;
  private final BinaryCompiler binaries = new BinaryCompiler(this);
  private int level;

  NodeCompiler(TypeTable types) {
    this.types = types;
  }

  Node compile(Expression expression) {
    if (++level > MOST_LEVELS) {
      throw new ExpressionLimitException(Limit.DEPTH, MOST_LEVELS, level);
    }
    Node node = compileKind(expression);
    level--;
    return node;
  }

  Node[] compileAll(List<Expression> expressions) {
    Node[] nodes = new Node[expressions.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = compile(expressions.get(i));
    }
    return nodes;
  }

  private Node compileKind(Expression expression) {
    return switch (expression.getKindCase()) {
      case OPERAND -> operand(expression.getOperand());
      case UNARY ->
          switch (expression.getUnary().getOperator()) {
            case NEGATE ->
                Conversions.negate(
                    expression.getUnary().getType(), compile(expression.getUnary().getOperand()));
            case COMPLEMENT ->
                Conversions.complement(
                    expression.getUnary().getType(), compile(expression.getUnary().getOperand()));
            case NOT -> Conversions.not(compile(expression.getUnary().getOperand()));
            case OPERATOR_UNSPECIFIED, UNRECOGNIZED -> throw unknown("unary operator");
          };
      case BINARY -> binaries.compile(expression);
      case CONDITIONAL -> conditional(expression);
      case CONVERT ->
          Conversions.convert(
              expression.getConvert().getFrom(),
              expression.getConvert().getTo(),
              compile(expression.getConvert().getOperand()));
      case UNBOX -> new References.Unbox(compile(expression.getUnbox()));
      case CONCAT -> concat(expression);
      case CONSTRUCT -> construct(expression.getConstruct());
      case COMPONENT -> components(expression);
      case INVOKE -> invoke(expression);
      case ARRAY ->
          PrimitiveArrays.literal(
              expression.getArray().getType(), compileAll(expression.getArray().getElementsList()));
      case CHECKED_CAST ->
          new References.CheckedCast(
              compile(expression.getCheckedCast().getOperand()),
              expression.getCheckedCast().getType(),
              types);
      case INSTANCE_OF ->
          new References.InstanceOf(
              compile(expression.getInstanceOf().getOperand()),
              expression.getInstanceOf().getType(),
              types);
      case RAISE -> raise(expression.getRaise());
      case ELEMENT ->
          new PrimitiveArrays.Element(
              compile(expression.getElement().getArray()),
              compile(expression.getElement().getIndex()));
      case ARRAY_LENGTH -> new PrimitiveArrays.Length(compile(expression.getArrayLength()));
      case KIND_NOT_SET -> throw unknown("kind of expression");
    };
  }

  static InvalidExpressionException unknown(String what) {
    return new InvalidExpressionException(
        "The spec holds a "
            + what
            + " that this version of Jacquard does not know. Use the version that"
            + " it was compiled with, or a newer one.");
  }

  private Node operand(Operand operand) {
    return switch (operand.getKindCase()) {
      case VALUE -> new Leaves.Slot(operand.getValue());
      case CONSTANT ->
          Leaves.constant(
              ValueEncoding.of(types)
                  .decode(operand.getConstant().getType(), operand.getConstant().getValue()));
      case KIND_NOT_SET -> throw unknown("kind of operand");
    };
  }

  private Node conditional(Expression outermost) {
    Deque<Expression> outer = new ArrayDeque<>();
    Expression last = outermost;
    while (last.getConditional().getOtherwise().getKindCase() == KindCase.CONDITIONAL) {
      outer.push(last);
      last = last.getConditional().getOtherwise();
    }
    Node node = choose(last.getConditional(), compile(last.getConditional().getOtherwise()));
    while (!outer.isEmpty()) {
      node = choose(outer.pop().getConditional(), node);
    }
    return node;
  }

  private Node choose(Conditional outermost, Node otherwise) {
    List<Node> thens = new ArrayList<>();
    List<Node> otherwises = new ArrayList<>();
    thens.add(compile(outermost.getThen()));
    otherwises.add(otherwise);
    Expression condition = outermost.getCondition();
    while (condition.getKindCase() == KindCase.CONDITIONAL) {
      thens.add(compile(condition.getConditional().getThen()));
      otherwises.add(compile(condition.getConditional().getOtherwise()));
      condition = condition.getConditional().getCondition();
    }
    Collections.reverse(thens);
    Collections.reverse(otherwises);
    return new Choose(
        compile(condition), thens.toArray(Node[]::new), otherwises.toArray(Node[]::new));
  }

  /** A text is put together of its parts the same whether some of them are put together first. */
  private Node concat(Expression outermost) {
    Deque<Node> parts = new ArrayDeque<>();
    Expression first = outermost;
    while (first.getKindCase() == KindCase.CONCAT && first.getConcat().getPartsCount() > 0) {
      List<Expression> all = first.getConcat().getPartsList();
      for (int i = all.size() - 1; i > 0; i--) {
        parts.push(compile(all.get(i)));
      }
      first = all.get(0);
    }
    if (first.getKindCase() != KindCase.CONCAT) {
      parts.push(compile(first));
    }
    return new Texts(parts.toArray(Node[]::new));
  }

  private Node construct(Construct construct) {
    return new Records.Construct(
        types.recordCodec(construct.getType()), compileAll(construct.getComponentsList()));
  }

  private Node components(Expression outermost) {
    Deque<RecordCodec> codecs = new ArrayDeque<>();
    Deque<Integer> indices = new ArrayDeque<>();
    Expression record = outermost;
    while (record.getKindCase() == KindCase.COMPONENT) {
      codecs.push(types.recordCodec(record.getComponent().getType()));
      indices.push(record.getComponent().getIndex());
      record = record.getComponent().getRecord();
    }
    int[] path = indices.stream().mapToInt(Integer::intValue).toArray();
    return new Records.Components(compile(record), List.copyOf(codecs), path);
  }

  private Node invoke(Expression outermost) {
    Deque<Invocations.Link> links = new ArrayDeque<>();
    Expression call = outermost;
    while (call.getKindCase() == KindCase.INVOKE) {
      List<Expression> arguments = call.getInvoke().getArgumentsList();
      Node[] rest = compileAll(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      links.push(Invocations.Link.of(call.getInvoke().getFunction(), rest, arguments.size()));
      if (arguments.isEmpty()) {
        return new Invocations.Chain(null, links.toArray(Invocations.Link[]::new));
      }
      call = arguments.get(0);
    }
    return new Invocations.Chain(compile(call), links.toArray(Invocations.Link[]::new));
  }

  private Node raise(dev.jacquard.spec.v1.Raise raise) {
    if (raise.hasAgain()) {
      return Raise.again(compile(raise.getAgain()));
    }
    return Raise.create(
        raise.getClassesList(),
        raise.hasMessage() ? compile(raise.getMessage()) : null,
        raise.hasCause() ? compile(raise.getCause()) : null);
  }
}
