package dev.jacquard.spec.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecVersionTest {

  @Test
  void versionIsTheSameInEveryRelease() {
    assertThat(SpecVersion.of(spec().build()))
        .isEqualTo("abc6df656daf61b0d5681eb0f2633575546d0e07c47a9369897337d6aa5d3cef");
  }

  /**
   * A spec as an earlier version wrote it, in a registry or a jar: {@code -Dgolden.update} writes
   * the file anew.
   */
  @Test
  void specOfAnEarlierVersionIsReadAsItWas() throws IOException {
    Path file = Path.of("src/test/resources/dev/jacquard/spec/v1/old-spec.hex");
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, HexFormat.of().formatHex(withEnvironment("A").toByteArray()) + "\n");
    }
    byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());

    WorkflowSpec read = Contract.read(bytes);

    assertThat(read).isEqualTo(withEnvironment("A"));
    assertThat(read.getUnknownFields().asMap()).isEmpty();
    assertThat(read.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void spansDocumentationSourceAndCompilerSayNothing() {
    WorkflowSpec.Builder changed = spec();
    changed
        .setDocumentation("another")
        .setSourceFile("Other.java")
        .setCompiler("9")
        .setVersion("x");
    changed.getBodyBuilder().getNodesBuilder(0).getSpanBuilder().setStartLine(99);

    assertThat(SpecVersion.of(changed.build())).isEqualTo(SpecVersion.of(spec().build()));
  }

  @Test
  void entriesOfMapsHaveNoOrder() {
    assertThat(SpecVersion.of(withEnvironment("B", "A")))
        .isEqualTo(SpecVersion.of(withEnvironment("A", "B")));
  }

  @Test
  void orderOfNodesMatters() {
    WorkflowSpec.Builder swapped = spec();
    Node first = swapped.getBody().getNodes(0);
    swapped.getBodyBuilder().setNodes(0, swapped.getBody().getNodes(1)).setNodes(1, first);

    assertThat(SpecVersion.of(swapped.build())).isNotEqualTo(SpecVersion.of(spec().build()));
  }

  /**
   * Whatever is added to the contract later, a change of it must change the version, but for what
   * is left out.
   */
  @Test
  void everyOtherFieldMatters() {
    List<String> silent = new ArrayList<>();
    for (Message message : messages()) {
      for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
        if (SpecVersion.of(holding(message))
            .equals(SpecVersion.of(holding(changed(message, field))))) {
          silent.add(message.getDescriptorForType().getName() + "." + field.getName());
        }
      }
    }
    assertThat(silent).containsExactlyInAnyOrder("Node.span");
  }

  @Test
  void depthOfExpressionsNeedsNoStack() throws InterruptedException {
    Expression expression =
        Expression.newBuilder().setOperand(Operand.newBuilder().setValue(1)).build();
    for (int i = 0; i < 20_000; i++) {
      expression = Expression.newBuilder().setUnbox(expression).build();
    }
    WorkflowSpec.Builder spec = spec();
    spec.getBodyBuilder().getNodesBuilder(0).getEvaluateBuilder().setExpression(expression);
    WorkflowSpec deep = spec.build();
    List<String> versions = new ArrayList<>();

    Thread thread = new Thread(null, () -> versions.add(SpecVersion.of(deep)), "small", 256 << 10);
    thread.start();
    thread.join();

    assertThat(versions).hasSize(1);
  }

  private static List<Message> messages() {
    return List.of(
        Node.getDefaultInstance(),
        TaskCall.getDefaultInstance(),
        MapNode.getDefaultInstance(),
        Expression.getDefaultInstance(),
        Value.getDefaultInstance(),
        Type.getDefaultInstance());
  }

  private static WorkflowSpec holding(Message message) {
    Node.Builder node = Node.newBuilder();
    Expression.Builder expression = Expression.newBuilder();
    Constant.Builder constant = Constant.newBuilder();
    if (message instanceof Node given) {
      node.mergeFrom(given);
    } else if (message instanceof TaskCall call) {
      node.setTaskCall(call);
    } else if (message instanceof MapNode map) {
      node.setMap(map);
    } else if (message instanceof Expression given) {
      expression.mergeFrom(given);
    } else if (message instanceof Value value) {
      constant.setValue(value);
    } else {
      constant.setType((Type) message);
    }
    if (message instanceof Value || message instanceof Type) {
      expression.setOperand(Operand.newBuilder().setConstant(constant));
    }
    if (!(message instanceof Node || message instanceof TaskCall || message instanceof MapNode)) {
      node.setEvaluate(Evaluate.newBuilder().setExpression(expression));
    }
    return WorkflowSpec.newBuilder().setBody(Block.newBuilder().addNodes(node)).build();
  }

  private static Message changed(Message message, FieldDescriptor field) {
    Message.Builder builder = message.toBuilder();
    Object value =
        switch (field.getJavaType()) {
          case INT -> 7;
          case LONG -> 7L;
          case BOOLEAN -> true;
          case STRING -> "x";
          case BYTE_STRING -> ByteString.copyFromUtf8("x");
          case ENUM -> field.getEnumType().findValueByNumber(1);
          case MESSAGE -> builder.newBuilderForField(field).build();
          default -> throw new AssertionError(field);
        };
    return field.isRepeated()
        ? builder.addRepeatedField(field, value).build()
        : builder.setField(field, value).build();
  }

  private static WorkflowSpec withEnvironment(String... names) {
    Placement.Builder placement = Placement.newBuilder();
    for (String name : names) {
      placement.putEnvironment(name, "1");
    }
    TaskPolicy.Builder policy = TaskPolicy.newBuilder().setPlacement(placement);
    return spec().addTasks(TaskInterface.newBuilder().setPolicy(policy)).build();
  }

  private static WorkflowSpec.Builder spec() {
    Operand value = Operand.newBuilder().setValue(0).build();
    return WorkflowSpec.newBuilder()
        .setContract(1)
        .setInterface(WorkflowInterface.newBuilder().setId("shop.Flow.run"))
        .setBody(
            Block.newBuilder()
                .addNodes(
                    Node.newBuilder()
                        .setId("a")
                        .setSpan(SourceSpan.newBuilder().setStartLine(3))
                        .setTaskCall(TaskCall.newBuilder().addArguments(value)))
                .addNodes(
                    Node.newBuilder()
                        .setId("b")
                        .setTaskCall(TaskCall.newBuilder().setTask(1).addArguments(value))))
        .setDocumentation("Says something.")
        .setSourceFile("Flow.java")
        .setCompiler("0.1");
  }
}
