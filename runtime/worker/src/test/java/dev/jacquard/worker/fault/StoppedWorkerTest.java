package dev.jacquard.worker.fault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker process that stands still for longer than its lease, as in a pause of its machine. */
@Timeout(120)
class StoppedWorkerTest {

  private static final int SLOTS = 2;
  private static final List<Integer> NUMBERS = IntStream.range(0, 10_000).boxed().toList();

  @TempDir Path folder;

  @Test
  void workerThatWakesAfterItsLeaseStartsNothingOldAndServesAgain() throws Exception {
    WorkersOptions options =
        WorkersOptions.of(2)
            .withSlots(SLOTS)
            .withLease(Duration.ofSeconds(3))
            .withJvmOptions(List.of("-XX:TieredStopAtLevel=1"));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options)) {
      awaitService(runtime, Signals::children);
      EffectLog log = EffectLog.in(folder);
      Execution<List<Integer>> execution =
          runtime.start(MarkedWorkflows.inBatches(NUMBERS, log.file() + ""));
      await().atMost(30, SECONDS).until(() -> log.processes().size() == 2);
      ProcessHandle sleeper = Signals.children().get(0);
      Signals.stop(sleeper);
      long done = done(execution);
      long inFlight = log.calls() - done;

      assertThat(execution.await(Duration.ofSeconds(60))).isEqualTo(NUMBERS);
      assertThat(log.calls()).isEqualTo(NUMBERS.size());
      long before = log.runsIn(sleeper.pid());
      Signals.goOn(sleeper);
      awaitService(runtime, () -> List.of(sleeper));

      // A call may have passed the check of the lease and not yet written its line.
      assertThat(log.runsIn(sleeper.pid())).isBetween(before, before + SLOTS);
      assertThat(log.extraRuns()).isLessThanOrEqualTo(inFlight + SLOTS);
      assertThat(inFlight).isLessThan(NUMBERS.size() / 2);
    }
    assertThat(Signals.children()).isEmpty();
  }

  private static long done(Execution<?> execution) {
    return execution.progress().stream().mapToLong(map -> map.done()).sum();
  }

  /** Runs maps until two workers take part, of them some. */
  private void awaitService(WorkflowRuntime runtime, Supplier<List<ProcessHandle>> workers) {
    List<Integer> few = NUMBERS.subList(0, 40);
    await()
        .atMost(30, SECONDS)
        .until(
            () -> {
              EffectLog next = freshLog();
              assertThat(runtime.run(MarkedWorkflows.oneByOne(few, next.file() + "")))
                  .isEqualTo(few);
              assertThat(next.extraRuns()).isZero();
              Set<Long> at = next.processes();
              return at.size() == 2
                  && workers.get().stream().allMatch(worker -> at.contains(worker.pid()));
            });
  }

  private EffectLog freshLog() throws IOException {
    return new EffectLog(Files.createTempFile(folder, "effects", ""));
  }
}
