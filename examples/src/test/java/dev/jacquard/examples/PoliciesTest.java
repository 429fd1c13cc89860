package dev.jacquard.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.TaskTimeoutException;
import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.examples.language.FailureModesWorkflows;
import dev.jacquard.examples.language.RetriesWorkflows;
import dev.jacquard.examples.language.TimeoutsWorkflows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a graph does that plain Java does not: retries, timeouts, and saying where it failed. */
final class PoliciesTest {

  @TempDir Path folder;

  @Test
  void absentFileIsReadFourTimes() {
    ExecutionFailedException failed =
        failureOf(RetriesWorkflows.await(folder.resolve("absent").toString()));

    assertThat(failed).hasCauseInstanceOf(NoSuchFileException.class);
    assertThat(failed.attempt()).isEqualTo(4);
    assertThat(failed.node()).isEqualTo("text");
  }

  @Test
  void emptyFileIsNotParsedAgain() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));

    assertThat(failureOf(RetriesWorkflows.await(empty.toString())).attempt()).isEqualTo(1);
  }

  @Test
  void attemptThatTakesTooLongIsInterrupted() {
    ExecutionFailedException failed = failureOf(TimeoutsWorkflows.work(1, 60_000));

    assertThat(failed).hasCauseInstanceOf(TaskTimeoutException.class);
    assertThat(failed.attempt()).isEqualTo(2);
  }

  @Test
  void elementThatFailedIsNamed() {
    List<String> texts = new ArrayList<>(Collections.nCopies(1_000, "1"));
    texts.set(617, "many");

    ExecutionFailedException failed = failureOf(FailureModesWorkflows.inOrder(texts));

    assertThat(failed.elementIndex()).hasValue(617);
    assertThat(failed.node()).isEqualTo("numbers/parse");
    assertThat(failed)
        .hasMessageContaining("617")
        .hasMessageContaining("For input string: \"many\"");
  }

  private static ExecutionFailedException failureOf(WorkflowCall<?> call) {
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      return catchThrowableOfType(ExecutionFailedException.class, () -> runtime.run(call));
    }
  }
}
