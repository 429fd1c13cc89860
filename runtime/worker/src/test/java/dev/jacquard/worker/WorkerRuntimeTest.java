package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.TaskLostException;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes. */
@Timeout(120)
class WorkerRuntimeTest {

  private static WorkflowRuntime runtime;

  @BeforeAll
  static void start() {
    runtime = WorkerRuntime.workers(WorkersOptions.of(2).withLease(Duration.ofSeconds(3)));
  }

  @AfterAll
  static void close() {
    runtime.close();
    assertThat(workers()).isEmpty();
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  @Test
  void callsAreCarriedOutElsewhere() {
    assertThat(runtime.run(TrialsWorkflows.one(21))).isEqualTo(42);
    List<Integer> numbers = IntStream.range(0, 100_000).boxed().toList();
    assertThat(runtime.run(TrialsWorkflows.doubled(numbers))).isEqualTo(Trials.doubled(numbers));
  }

  @Test
  void valuesSurviveTheWay() {
    List<Trials.Point> points =
        IntStream.range(0, 1000)
            .mapToObj(i -> new Trials.Point("p" + i, i, List.of((long) i, Long.MAX_VALUE)))
            .toList();
    assertThat(runtime.run(TrialsWorkflows.moved(points, 0.5)))
        .isEqualTo(Trials.moved(points, 0.5));
  }

  @Test
  void valuesAboveTheLimitOfAMessageTravelInParts() {
    List<Trials.Point> points = List.of(new Trials.Point("x".repeat(20_000_000), 1, List.of()));
    assertThat(runtime.run(TrialsWorkflows.moved(points, 0.5)))
        .isEqualTo(Trials.moved(points, 0.5));
  }

  @Test
  void taskKnowsItsCallAsItWouldHere() {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    List<String> there = runtime.run(TrialsWorkflows.places(numbers));
    try (WorkflowRuntime local = WorkflowRuntime.local()) {
      List<String> here = local.run(TrialsWorkflows.places(numbers));
      assertThat(there.stream().map(text -> text.replaceFirst(" \\d+$", "")).toList())
          .isEqualTo(here.stream().map(text -> text.replaceFirst(" \\d+$", "")).toList());
    }
    assertThat(there).noneMatch(text -> text.endsWith(" " + ProcessHandle.current().pid()));
  }

  @Test
  void failurePrintsAsItDidThere() throws IOException {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    assertThatThrownBy(() -> runtime.run(TrialsWorkflows.failing(numbers)))
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.failure().classNames())
                  .startsWith("java.io.IOException", "java.lang.Exception");
              StringWriter text = new StringWriter();
              failed.getCause().printStackTrace(new PrintWriter(text));
              assertThat(text.toString())
                  .startsWith("java.io.IOException: three\n\tat ")
                  .contains("Trials.failAtThree(Trials.java:")
                  .contains("Caused by: java.lang.IllegalStateException: below");
            });
  }

  @Test
  void failedAttemptsAreMadeAgain() {
    List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
    assertThat(runtime.run(TrialsWorkflows.retried(numbers)))
        .isEqualTo(numbers.stream().map(n -> 2 * n + 1).toList());
  }

  @Test
  void concurrencyOfTheWorkflowIsGranted() {
    long start = System.nanoTime();
    runtime.run(TrialsWorkflows.paused(Collections.nCopies(20, 300)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void isolatedCallsHaveAProcessEach() {
    List<Integer> numbers = IntStream.range(0, 6).boxed().toList();
    assertThat(new HashSet<>(runtime.run(TrialsWorkflows.isolated(numbers)))).hasSize(6);
  }

  @Test
  void placeIsAsTheTaskSays() {
    assertThat(runtime.run(TrialsWorkflows.surrounded(List.of(1, 2))))
        .allSatisfy(text -> assertThat(text).matches("blue 2 7\\d true null"));
  }

  @Test
  void secretThatIsNotNamedIsNotTold() {
    assertThatThrownBy(() -> runtime.run(TrialsWorkflows.secretNotNamed(1)))
        .hasMessageContaining("A secret must be named by the task");
  }

  @Test
  void callThatIgnoresItsTimeoutCostsItsProcessAndNobodyElse() {
    WorkersOptions hasty =
        WorkersOptions.of(1)
            .withSlots(2)
            .withEngine(LocalOptions.defaults().withGrace(Duration.ofMillis(300)));
    List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
    try (WorkflowRuntime replaced = WorkerRuntime.workers(hasty)) {
      assertThat(replaced.run(TrialsWorkflows.deafOnes(numbers))).isEqualTo(numbers);
    }
  }

  @Test
  void callThatUsesUpTheMemoryFailsAndItsProcessIsReplaced() {
    WorkersOptions small = WorkersOptions.of(1).withJvmOptions(List.of("-Xmx64m"));
    try (WorkflowRuntime replaced = WorkerRuntime.workers(small)) {
      int before = replaced.run(TrialsWorkflows.greedyOne(1));
      assertThatThrownBy(() -> replaced.run(TrialsWorkflows.greedyOne(3)))
          .isInstanceOfSatisfying(
              ExecutionFailedException.class,
              failed ->
                  assertThat(failed.failure().className())
                      .isEqualTo(OutOfMemoryError.class.getName()));
      assertThat(replaced.run(TrialsWorkflows.greedyOne(1))).isNotEqualTo(before);
    }
  }

  @Test
  void poisonIsToldWithWhereItWasSeenLast() {
    WorkersOptions watched = WorkersOptions.of(1).withLease(Duration.ofSeconds(1));
    try (WorkflowRuntime lone = WorkerRuntime.workers(watched)) {
      assertThatThrownBy(() -> lone.run(TrialsWorkflows.dozing(1)))
          .hasMessageContaining(
              "It was last seen at dev.jacquard.worker.Trials.dozeAndHalt(Trials.java:");
    }
  }

  @Test
  void interruptFromTheTerminalIsTheEnginesMatter() throws Exception {
    try (WorkflowRuntime lone = WorkerRuntime.workers(WorkersOptions.of(1))) {
      int before = lone.run(TrialsWorkflows.greedyOne(1));
      new ProcessBuilder("kill", "-INT", Integer.toString(before)).start().waitFor();
      for (int i = 0; i < 20; i++) {
        assertThat(lone.run(TrialsWorkflows.greedyOne(1))).isEqualTo(before);
        Thread.sleep(10);
      }
    }
  }

  @Test
  void processesThatNeverStartFailTheRunAndSayWhy() {
    WorkersOptions broken = WorkersOptions.of(2).withJvmOptions(List.of("-XX:NoSuchOption"));
    try (WorkflowRuntime hopeless = WorkerRuntime.workers(broken)) {
      assertThatThrownBy(() -> hopeless.run(TrialsWorkflows.retried(List.of(1, 2, 3))))
          .isInstanceOf(ExecutionFailedException.class)
          .hasMessageContaining("in a row ended before they did");
    }
  }

  @Test
  void callThatTakesItsWorkersDownFailsAsPoison() {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    assertThatThrownBy(() -> runtime.run(TrialsWorkflows.halted(numbers)))
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.failure().className()).isEqualTo(TaskLostException.class.getName());
              assertThat(failed).hasMessageContaining("3 workers were lost");
              assertThat(failed.location().elements()).containsExactly(3);
            });
  }
}
