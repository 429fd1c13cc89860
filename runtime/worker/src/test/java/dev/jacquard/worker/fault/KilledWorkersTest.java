package dev.jacquard.worker.fault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes that are killed, one after another, while a map runs. */
@Timeout(120)
class KilledWorkersTest {

  private static final int PROCESSES = 3;
  private static final int SLOTS = 2;

  private static WorkflowRuntime runtime;

  @TempDir Path folder;

  private final Random random = new Random(1804);

  @BeforeAll
  static void start() {
    runtime =
        WorkerRuntime.workers(
            WorkersOptions.of(PROCESSES)
                .withSlots(SLOTS)
                .withLease(Duration.ofSeconds(5))
                .withJvmOptions(List.of("-XX:TieredStopAtLevel=1")));
  }

  @AfterAll
  static void close() {
    runtime.close();
    assertThat(Signals.children()).isEmpty();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void callsThatRanInKilledWorkersRunAgainAndNoOthers() throws Exception {
    int kills = 6;
    EffectLog log = EffectLog.in(folder);
    List<Integer> numbers = numbers(1_000);
    Execution<List<Integer>> execution = start(MarkedWorkflows.oneByOne(numbers, log.file() + ""));
    for (int kill = 1; kill <= kills; kill++) {
      awaitDone(execution, kill * 100L);
      Signals.kill(serving(log));
    }
    assertThat(execution.await(Duration.ofSeconds(60))).isEqualTo(numbers);
    assertThat(log.calls()).isEqualTo(numbers.size());
    // Of one element each batch: a slot had one call that had started and was not reported.
    assertThat(log.extraRuns()).isLessThanOrEqualTo((long) kills * SLOTS);
  }

  @Test
  void resultsThatKilledWorkersReportedAreKept() throws Exception {
    int kills = 3;
    EffectLog log = EffectLog.in(folder);
    List<Integer> numbers = numbers(20_000);
    Execution<List<Integer>> execution = start(MarkedWorkflows.inBatches(numbers, log.file() + ""));
    long inFlight = 0;
    for (int kill = 1; kill <= kills; kill++) {
      awaitDone(execution, kill * 3_000L);
      inFlight += killWhileAllStandStill(serving(log), execution, log);
    }
    assertThat(execution.await(Duration.ofSeconds(60))).isEqualTo(numbers);
    assertThat(log.calls()).isEqualTo(numbers.size());
    assertThat(log.extraRuns()).isLessThanOrEqualTo(inFlight);
    assertThat(inFlight).isLessThan(numbers.size() / 2);
  }

  private static Execution<List<Integer>> start(WorkflowCall<List<Integer>> call) {
    return runtime.start(call);
  }

  /** Returns how many calls had started at that moment and were not known to be done. */
  private static long killWhileAllStandStill(
      ProcessHandle victim, Execution<?> execution, EffectLog log) throws Exception {
    List<ProcessHandle> all = Signals.children();
    for (ProcessHandle worker : all) {
      Signals.stop(worker);
    }
    long done = done(execution);
    Signals.kill(victim);
    long started = log.calls();
    for (ProcessHandle worker : all) {
      if (worker.isAlive()) {
        Signals.goOn(worker);
      }
    }
    return started - done;
  }

  private static void awaitDone(Execution<?> execution, long calls) {
    await()
        .atMost(60, SECONDS)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> done(execution) >= calls);
  }

  private static long done(Execution<?> execution) {
    return execution.progress().stream().mapToLong(map -> map.done()).sum();
  }

  /** A process that has carried out calls; one that only starts is spared. */
  private ProcessHandle serving(EffectLog log) {
    List<ProcessHandle> found = new ArrayList<>();
    await()
        .atMost(30, SECONDS)
        .until(
            () -> {
              Set<Long> served = log.processes();
              Signals.children().stream()
                  .filter(child -> served.contains(child.pid()))
                  .forEach(found::add);
              return !found.isEmpty();
            });
    return found.get(random.nextInt(found.size()));
  }
}
