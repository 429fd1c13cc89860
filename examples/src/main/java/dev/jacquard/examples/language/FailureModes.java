package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.Workflow.OnFailure;
import java.util.List;

/** {@code onFailure}: what happens to the other calls when one has failed, in three ways. */
public final class FailureModes {

  private FailureModes() {}

  /** Reports the failure that plain Java would; what stands after it is cancelled. */
  @Workflow
  public static int inOrder(List<String> texts) {
    List<Integer> numbers = map(texts, FailureModes::parse);
    return sum(numbers);
  }

  /** Cancels everything at once and reports whatever failed first. */
  @Workflow(onFailure = OnFailure.FAIL_FAST)
  public static int failFast(List<String> texts) {
    List<Integer> numbers = map(texts, FailureModes::parse);
    return sum(numbers);
  }

  /**
   * Runs all that needs nothing of what failed, and then reports the failure that plain Java would.
   */
  @Workflow(onFailure = OnFailure.FINISH_RUNNING)
  public static int finishRunning(List<String> texts) {
    List<Integer> numbers = map(texts, FailureModes::parse);
    return sum(numbers);
  }

  @Task
  static int parse(String text) {
    return Integer.parseInt(text);
  }

  @Task
  static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
