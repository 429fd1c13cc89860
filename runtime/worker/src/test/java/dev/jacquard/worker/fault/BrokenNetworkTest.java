package dev.jacquard.worker.fault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.Execution;
import dev.jacquard.worker.fault.TrialProxy.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker behind a bad network, beside one that has a good one. */
@Timeout(120)
class BrokenNetworkTest {

  private static final int SLOTS = 2;

  /** Of workers that are lost, and shorter than what is sent slowly. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** Of workers that are not lost, however busy the machine is. */
  private static final Duration LONG = Duration.ofSeconds(8);

  /** What takes twice as long, at a thousand bytes in a millisecond. */
  private static final int LENGTH = 4_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  private TrialGateway gateway;
  private TrialProxy proxy;
  private EffectLog log;

  private void open(Duration lease) throws IOException {
    gateway = TrialGateway.open(2 * SLOTS, lease);
    proxy = TrialProxy.to(gateway.port());
    log = EffectLog.in(folder);
  }

  @AfterEach
  void close() {
    gateway.close();
    proxy.close();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private Execution<List<Integer>> start(List<Integer> numbers) {
    return gateway.runtime().start(MarkedWorkflows.oneByOne(numbers, log.file() + ""));
  }

  private static void awaitDone(Execution<?> execution, long calls) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> execution.progress().stream().mapToLong(map -> map.done()).sum() >= calls);
  }

  @Test
  void workerWhoseConnectionIsCutConnectsAgainAndNothingIsLost() throws Exception {
    int cuts = 6;
    open(LONG);
    gateway.connect("far", SLOTS, proxy);
    List<Integer> numbers = numbers(400);
    Execution<List<Integer>> execution = start(numbers);
    for (int cut = 1; cut <= cuts; cut++) {
      awaitDone(execution, cut * 50L);
      proxy.cut();
    }
    assertThat(execution.await(PATIENCE)).isEqualTo(numbers);
    assertThat(proxy.accepted()).isGreaterThan(cuts);
    assertThat(log.calls()).isEqualTo(numbers.size());
    assertThat(log.extraRuns()).isLessThanOrEqualTo((long) cuts * SLOTS);
  }

  @ParameterizedTest
  @EnumSource
  void callsOfWorkerWhoseBytesAreSwallowedGoToAnother(Way way) throws Exception {
    open(SHORT);
    gateway.connect("near", SLOTS);
    gateway.connect("far", SLOTS, proxy);
    await().atMost(10, SECONDS).until(() -> proxy.accepted() == 1);
    List<Integer> numbers = numbers(300);
    Execution<List<Integer>> execution = start(numbers);
    awaitDone(execution, 80);
    proxy.swallow(way);
    assertThat(execution.await(PATIENCE)).isEqualTo(numbers);
    assertThat(log.calls()).isEqualTo(numbers.size());
    assertThat(log.extraRuns()).isLessThanOrEqualTo(SLOTS);
    await().atMost(10, SECONDS).until(() -> proxy.accepted() >= 2);
  }

  @Test
  void workerBehindDeadConnectionIsSoonOfUseAgain() throws Exception {
    open(SHORT);
    gateway.connect("far", SLOTS, proxy);
    List<Integer> numbers = numbers(200);
    Execution<List<Integer>> execution = start(numbers);
    awaitDone(execution, 60);
    proxy.swallow(Way.TO_GATEWAY);
    proxy.swallow(Way.TO_WORKER);
    assertThat(execution.await(PATIENCE)).isEqualTo(numbers);
    assertThat(log.extraRuns()).isLessThanOrEqualTo(SLOTS);
    assertThat(proxy.accepted()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void slowNetworkLosesNothing() throws Exception {
    open(LONG);
    proxy.slow(10, 200);
    gateway.connect("far", SLOTS, proxy);
    List<Integer> numbers = numbers(100);
    assertThat(start(numbers).await(PATIENCE)).isEqualTo(numbers);
    assertThat(log.extraRuns()).isZero();
    List<String> texts = IntStream.range(0, 20).mapToObj(i -> (i + "~").repeat(1_000)).toList();
    assertThat(gateway.runtime().start(MarkedWorkflows.echoes(texts)).await(PATIENCE))
        .isEqualTo(texts);
    assertThat(proxy.accepted()).isEqualTo(1);
  }

  @Test
  void argumentThatTakesLongerThanTheLeaseArrives() throws Exception {
    open(SHORT);
    proxy.slow(0, 1_000);
    gateway.connect("far", SLOTS, proxy);
    String text = "x".repeat(LENGTH);
    assertThat(gateway.runtime().start(MarkedWorkflows.sent(text)).await(PATIENCE))
        .isEqualTo(text.length());
  }

  @Test
  void resultThatTakesLongerThanTheLeaseArrives() throws Exception {
    open(SHORT);
    proxy.slow(0, 1_000);
    gateway.connect("far", SLOTS, proxy);
    assertThat(gateway.runtime().start(MarkedWorkflows.received("x", LENGTH)).await(PATIENCE))
        .hasSize(LENGTH);
  }

  @Test
  void workerThatIsDrainedLeavesWhenItsLastWordsAreSaid() throws Exception {
    open(SHORT);
    proxy.slow(0, 1_000);
    HonestWorker far = gateway.connect("far", SLOTS, proxy);
    Execution<String> execution =
        gateway.runtime().start(MarkedWorkflows.receivedOnce(LENGTH, log.file() + ""));
    await().atMost(10, SECONDS).until(() -> log.calls() == 1);
    far.drain();
    assertThat(execution.await(PATIENCE)).hasSize(LENGTH);
    assertThat(log.extraRuns()).isZero();
  }
}
