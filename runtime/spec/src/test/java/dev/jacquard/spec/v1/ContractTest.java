package dev.jacquard.spec.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContractTest {

  private static final WorkflowInterface INTERFACE =
      WorkflowInterface.newBuilder().setId("shop.Flow.run").build();

  @Test
  void knownVersionIsAccepted() {
    WorkflowSpec spec = WorkflowSpec.newBuilder().setContract(Contract.VERSION).build();

    assertThatCode(() -> Contract.requireKnown(spec)).doesNotThrowAnyException();
  }

  @Test
  void newerVersionIsRefusedNamingBoth() {
    WorkflowSpec spec =
        WorkflowSpec.newBuilder().setContract(7).setInterface(INTERFACE).setCompiler("3.2").build();

    assertThatThrownBy(() -> Contract.requireKnown(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("shop.Flow.run", "version 1", "version 7", "3.2");
  }

  @Test
  void bytesThatAreNoSpecAreRefused() {
    assertThatThrownBy(() -> Contract.requireKnown(WorkflowSpec.getDefaultInstance()))
        .hasMessageContaining("found 0");
    assertThatThrownBy(() -> Contract.read(new byte[] {(byte) 0xff, 1, 2}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void deepSpecIsReadOnASmallStack() throws Exception {
    byte[] bytes = nested(20_000);
    WorkflowSpec[] read = new WorkflowSpec[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                read[0] = Contract.read(bytes);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            },
            "small",
            256 << 10);
    thread.start();
    thread.join();

    assertThat(read[0].getBody().getNodes(0).getEvaluate().getExpression().hasUnbox()).isTrue();
  }

  /** Writes by hand what protobuf's own writer would need a deep stack for. */
  private static byte[] nested(int levels) throws IOException {
    ByteString expression = ByteString.EMPTY;
    for (int i = 0; i < levels; i++) {
      expression = field(Expression.UNBOX_FIELD_NUMBER, expression);
    }
    ByteString evaluate = field(Evaluate.EXPRESSION_FIELD_NUMBER, expression);
    ByteString node = field(Node.EVALUATE_FIELD_NUMBER, evaluate);
    ByteString block = field(Block.NODES_FIELD_NUMBER, node);
    return field(WorkflowSpec.BODY_FIELD_NUMBER, block).toByteArray();
  }

  private static ByteString field(int number, ByteString content) throws IOException {
    byte[] head = new byte[10];
    CodedOutputStream output = CodedOutputStream.newInstance(head);
    output.writeTag(number, 2);
    output.writeUInt32NoTag(content.size());
    return ByteString.copyFrom(head, 0, output.getTotalBytesWritten()).concat(content);
  }
}
