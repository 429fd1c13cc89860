package dev.jacquard.worker.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.OffloadTrialsWorkflows;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A worker that has no room for what a call is given, or returns, says so, and is replaced; so is
 * one that cannot say anything.
 */
@Timeout(180)
class FullWorkerTest {

  @Test
  void valuesThatAWorkerHasNoRoomForFailTheirCall() throws Exception {
    WorkersOptions small =
        WorkersOptions.of(1).withJvmOptions(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(small)) {
      for (int length : List.of(12_000_000, 25_000_000, 60_000_000)) {
        String text = "x".repeat(length);
        assertThatThrownBy(
                () -> runtime.run(OffloadTrialsWorkflows.manyNumbered(List.of(1, 2, 3), text)))
            .isInstanceOf(ExecutionFailedException.class)
            .hasMessageContaining("Java heap space");
      }
      assertThat(runtime.run(OffloadTrialsWorkflows.manyNumbered(List.of(1, 2), "x")))
          .containsExactly("1x", "2x");
    }
  }

  @Test
  void resultsThatAreMadeFasterThanTheyAreSentWaitForEachOther() throws Exception {
    WorkersOptions small =
        WorkersOptions.of(1).withJvmOptions(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
    List<Integer> many = IntStream.range(0, 300).boxed().toList();
    try (WorkflowRuntime runtime = WorkerRuntime.workers(small)) {
      assertThat(runtime.run(OffloadTrialsWorkflows.manyNumbered(many, "x".repeat(900_000))))
          .hasSize(300);
    }
  }

  @Test
  void workerThatCannotReportGivesItsProcessUp() {
    try (WorkflowRuntime runtime = WorkerRuntime.workers(WorkersOptions.of(1))) {
      assertThatThrownBy(() -> runtime.run(OffloadTrialsWorkflows.cracked(1)))
          .isInstanceOf(ExecutionFailedException.class)
          .hasMessageContaining("3 workers were lost")
          .hasMessageContaining("must be able to report")
          .hasMessageContaining("java.lang.InternalError: cracked");
    }
  }
}
