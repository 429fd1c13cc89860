package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Branch;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.WorkflowSpec;
import org.junit.jupiter.api.Test;

final class SpecFilesTest {

  @Test
  void resourceNamesTheWorkflow() {
    assertThat(SpecFiles.resource("a.B$C.run")).isEqualTo("META-INF/jacquard/a.B$C.run.pb");
    assertThat(SpecFiles.workflowId("META-INF/jacquard/a.B$C.run.pb")).contains("a.B$C.run");
    assertThat(SpecFiles.workflowId("META-INF/jacquard/deeper/a.pb")).isEmpty();
    assertThat(SpecFiles.workflowId("META-INF/jacquard/a.txt")).isEmpty();
    assertThat(SpecFiles.workflowId("a.pb")).isEmpty();
  }

  @Test
  void threeHundredNestedBranchesAreRead() {
    Block block = Block.getDefaultInstance();
    for (int i = 0; i < 300; i++) {
      block =
          Block.newBuilder()
              .addNodes(Node.newBuilder().setBranch(Branch.newBuilder().addArms(block)))
              .build();
    }
    WorkflowSpec spec = WorkflowSpec.newBuilder().setContract(1).setBody(block).build();
    assertThat(SpecFiles.read(spec.toByteArray(), "here")).isEqualTo(spec);
  }

  @Test
  void damagedSpecIsNamed() {
    assertThatThrownBy(() -> SpecFiles.read(new byte[] {1, 2, 3}, "app.jar!/x.pb"))
        .isInstanceOf(CodeException.class)
        .hasMessageContaining("app.jar!/x.pb cannot be read");
    assertThatThrownBy(() -> SpecFiles.read(new byte[0], "app.jar!/x.pb"))
        .hasMessageContaining("empty or damaged");
  }
}
