package dev.jacquard.cli;

import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Branch;
import dev.jacquard.spec.v1.Constant;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.Evaluate;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.SourceSpan;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.TaskPolicy;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowPolicy;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;

/** The graphs of {@code shop.Shop}, as the processor would make them. */
public final class ShopSpecs {

  private static final Type INT = Type.newBuilder().setPrimitive(Primitive.INT).build();
  private static final Type BOOLEAN = Type.newBuilder().setPrimitive(Primitive.BOOLEAN).build();
  private static final Type STRING = Type.newBuilder().setScalar(Scalar.STRING).build();
  private static final Type INTEGERS = list(Type.newBuilder().setBoxed(Primitive.INT).build());
  private static final Type BOOLEANS = list(Type.newBuilder().setBoxed(Primitive.BOOLEAN).build());
  private static final Type ORDER = Type.newBuilder().setDefined(0).build();
  private static final Type COLOR = Type.newBuilder().setDefined(1).build();

  private ShopSpecs() {}

  public static List<WorkflowSpec> all() {
    return List.of(detectAnomalies(), countLines(), describeOrder(), hangOn());
  }

  /**
   *
   *
   * <pre>
   * flags = map(points, p -&gt; isAnomalous(p, threshold), concurrency(10));
   * anomalies = count(flags);
   * if (anomalies > 3) return page(anomalies);
   * return "quiet";
   * </pre>
   */
  public static WorkflowSpec detectAnomalies() {
    Node unbox =
        Node.newBuilder()
            .setId("unbox")
            .setSpan(span(12))
            .addOutputs(INT)
            .setEvaluate(
                Evaluate.newBuilder()
                    .setExpression(
                        Expression.newBuilder()
                            .setUnbox(Expression.newBuilder().setOperand(value(0)))))
            .build();
    Block element =
        Block.newBuilder()
            .addParameters(INTEGERS.getList())
            .addParameters(INT)
            .addParameterNames("p")
            .addParameterNames("threshold")
            .addNodes(unbox)
            .addNodes(task("isAnomalous", 0, BOOLEAN, 12, value(2), value(1)))
            .addResults(value(3))
            .build();
    Node flags =
        Node.newBuilder()
            .setId("flags")
            .setSpan(span(12))
            .addOutputs(BOOLEANS)
            .setMap(
                MapNode.newBuilder()
                    .setCollect(MapNode.Collect.LIST)
                    .addItems(value(0))
                    .addCaptures(value(1))
                    .setConcurrency(constant(INT, Value.newBuilder().setInteger(10)))
                    .setBody(element))
            .build();
    Expression more =
        Expression.newBuilder()
            .setBinary(
                Binary.newBuilder()
                    .setOperator(Binary.Operator.GREATER)
                    .setType(Primitive.INT)
                    .setLeft(Expression.newBuilder().setOperand(value(3)))
                    .setRight(
                        Expression.newBuilder()
                            .setOperand(constant(INT, Value.newBuilder().setInteger(3)))))
            .build();
    Block then =
        Block.newBuilder()
            .addParameters(INT)
            .addParameterNames("anomalies")
            .addNodes(task("page", 2, STRING, 15, value(0)))
            .addResults(value(1))
            .build();
    Block otherwise =
        Block.newBuilder()
            .addParameters(INT)
            .addResults(constant(STRING, Value.newBuilder().setText("quiet")))
            .build();
    return workflow("detectAnomalies", STRING)
        .setDocumentation("Pages somebody when there are more than three anomalies.")
        .setInterface(
            WorkflowInterface.newBuilder()
                .setId("shop.Shop.detectAnomalies")
                .addParameters(
                    parameter("points", INTEGERS)
                        .setDefault(
                            Value.newBuilder()
                                .setPacked(
                                    Packed.newBuilder()
                                        .addAllIntegers(
                                            List.of(10, 12, 11, 10, 13, 12, 100, 11, 12, 10)))))
                .addParameters(
                    parameter("threshold", INT).setDefault(Value.newBuilder().setInteger(11)))
                .setResult(STRING))
        .setBody(
            Block.newBuilder()
                .addParameters(INTEGERS)
                .addParameters(INT)
                .addNodes(flags)
                .addNodes(task("count", 1, INT, 13, value(2)).toBuilder().setId("anomalies"))
                .addNodes(
                    Node.newBuilder()
                        .setId("greater")
                        .setSpan(span(14))
                        .addOutputs(BOOLEAN)
                        .setEvaluate(Evaluate.newBuilder().setExpression(more)))
                .addNodes(
                    Node.newBuilder()
                        .setId("if")
                        .setSpan(span(14))
                        .addOutputs(STRING)
                        .setBranch(
                            Branch.newBuilder()
                                .setSelector(value(4))
                                .addCaptures(value(3))
                                .addArms(then)
                                .addArms(otherwise)))
                .addResults(value(5)))
        .addTasks(
            interfaceOf(
                "isAnomalous",
                "(int,int)",
                BOOLEAN,
                parameter("point", INT),
                parameter("threshold", INT)))
        .addTasks(interfaceOf("count", "(java.util.List)", INT, parameter("flags", BOOLEANS)))
        .addTasks(interfaceOf("page", "(int)", STRING, parameter("anomalies", INT)))
        .build();
  }

  private static WorkflowSpec countLines() {
    return oneTask("countLines", "size", INT, parameter("textLines", list(STRING)));
  }

  private static WorkflowSpec describeOrder() {
    return oneTask(
        "describeOrder",
        "describe",
        STRING,
        parameter("order", ORDER),
        parameter("color", COLOR),
        parameter("urgent", BOOLEAN));
  }

  /** {@code map(points, p -> hang(p))}. */
  private static WorkflowSpec hangOn() {
    Block element =
        Block.newBuilder()
            .addParameters(INT)
            .addNodes(task("hang", 0, INT, 30, value(0)))
            .addResults(value(1))
            .build();
    Node waits =
        Node.newBuilder()
            .setId("waits")
            .addOutputs(INTEGERS)
            .setMap(
                MapNode.newBuilder()
                    .setCollect(MapNode.Collect.LIST)
                    .addItems(value(0))
                    .setBody(element))
            .build();
    return workflow("hangOn", INTEGERS)
        .setInterface(
            WorkflowInterface.newBuilder()
                .setId("shop.Shop.hangOn")
                .addParameters(parameter("points", INTEGERS))
                .setResult(INTEGERS))
        .setBody(Block.newBuilder().addParameters(INTEGERS).addNodes(waits).addResults(value(1)))
        .addTasks(interfaceOf("hang", "(int)", INT, parameter("point", INT)))
        .build();
  }

  private static WorkflowSpec oneTask(
      String name, String task, Type result, Parameter.Builder... parameters) {
    WorkflowSpec.Builder spec = workflow(name, result);
    Block.Builder body = Block.newBuilder();
    Operand[] arguments = new Operand[parameters.length];
    StringBuilder erased = new StringBuilder();
    for (int i = 0; i < parameters.length; i++) {
      spec.getInterfaceBuilder().addParameters(parameters[i]);
      body.addParameters(parameters[i].getType());
      arguments[i] = value(i);
      erased.append(i == 0 ? "" : ",").append(erasure(parameters[i].getType()));
    }
    body.addNodes(task(task, 0, result, 20, arguments)).addResults(value(parameters.length));
    return spec.setBody(body)
        .addTasks(interfaceOf(task, "(" + erased + ")", result, parameters))
        .build();
  }

  private static String erasure(Type type) {
    if (type.hasDefined()) {
      return type.getDefined() == 0 ? "shop.Order" : "shop.Color";
    }
    return type.hasList() ? "java.util.List" : "boolean";
  }

  private static WorkflowSpec.Builder workflow(String name, Type result) {
    WorkflowSpec.Builder spec =
        WorkflowSpec.newBuilder()
            .setContract(1)
            .setVersion("0123456789abcdef" + name)
            .setSourceFile("Shop.java")
            .setCompiler("0.1.0")
            .setPolicy(WorkflowPolicy.getDefaultInstance())
            .setInterface(
                WorkflowInterface.newBuilder().setId("shop.Shop." + name).setResult(result));
    return spec.addTypes(
            TypeDefinition.newBuilder()
                .setName("shop.Order")
                .setRecord(
                    RecordType.newBuilder()
                        .setCodec("shop.ShopHandlers$OrderCodec")
                        .addComponents(
                            RecordComponent.newBuilder().setName("customer").setType(STRING))
                        .addComponents(
                            RecordComponent.newBuilder().setName("amounts").setType(INTEGERS))))
        .addTypes(
            TypeDefinition.newBuilder()
                .setName("shop.Color")
                .setEnumeration(EnumType.newBuilder().addConstants("RED").addConstants("GREEN")));
  }

  private static TaskInterface interfaceOf(
      String name, String erased, Type result, Parameter.Builder... parameters) {
    TaskInterface.Builder task =
        TaskInterface.newBuilder()
            .setId("shop.Shop." + name)
            .setClassName("shop.Shop")
            .setMethod(name)
            .setErasedParameters(erased)
            .setResult(result)
            .setPolicy(TaskPolicy.getDefaultInstance())
            .setHandler("shop.ShopHandlers$" + name);
    for (Parameter.Builder parameter : parameters) {
      task.addParameters(parameter.clone().clearDefault());
    }
    return task.build();
  }

  private static Node task(String id, int task, Type result, int line, Operand... arguments) {
    return Node.newBuilder()
        .setId(id)
        .setSpan(span(line))
        .addOutputs(result)
        .setTaskCall(TaskCall.newBuilder().setTask(task).addAllArguments(List.of(arguments)))
        .build();
  }

  private static SourceSpan span(int line) {
    return SourceSpan.newBuilder()
        .setStartLine(line)
        .setStartColumn(5)
        .setEndLine(line)
        .setEndColumn(40)
        .build();
  }

  private static Parameter.Builder parameter(String name, Type type) {
    return Parameter.newBuilder().setName(name).setType(type);
  }

  private static Operand value(int number) {
    return Operand.newBuilder().setValue(number).build();
  }

  private static Operand constant(Type type, Value.Builder value) {
    return Operand.newBuilder()
        .setConstant(Constant.newBuilder().setType(type).setValue(value))
        .build();
  }

  private static Type list(Type element) {
    return Type.newBuilder().setList(element).build();
  }
}
