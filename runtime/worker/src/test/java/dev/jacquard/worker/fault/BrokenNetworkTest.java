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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker behind a bad network, beside one that has a good one. */
@Timeout(60)
class BrokenNetworkTest {

  private static final int SLOTS = 2;
  private static final Duration LEASE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  private TrialGateway gateway;
  private TrialProxy proxy;
  private EffectLog log;

  @BeforeEach
  void open() throws IOException {
    gateway = TrialGateway.open(2 * SLOTS, LEASE);
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
    await().atMost(10, SECONDS).until(() -> proxy.accepted() == 2);
  }

  @Test
  void workerBehindDeadConnectionIsSoonOfUseAgain() throws Exception {
    gateway.connect("far", SLOTS, proxy);
    List<Integer> numbers = numbers(200);
    Execution<List<Integer>> execution = start(numbers);
    awaitDone(execution, 60);
    proxy.swallow(Way.TO_GATEWAY);
    proxy.swallow(Way.TO_WORKER);
    assertThat(execution.await(PATIENCE)).isEqualTo(numbers);
    assertThat(log.extraRuns()).isLessThanOrEqualTo(SLOTS);
    assertThat(proxy.accepted()).isEqualTo(2);
  }

  @Test
  void slowNetworkLosesNothing() throws Exception {
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
    proxy.slow(0, 1_000);
    gateway.connect("far", SLOTS, proxy);
    String text = "x".repeat(2_500_000);
    assertThat(gateway.runtime().start(MarkedWorkflows.sent(text)).await(Duration.ofSeconds(15)))
        .isEqualTo(text.length());
  }

  @Test
  void resultThatTakesLongerThanTheLeaseArrives() throws Exception {
    proxy.slow(0, 1_000);
    gateway.connect("far", SLOTS, proxy);
    assertThat(
            gateway
                .runtime()
                .start(MarkedWorkflows.received("x", 2_500_000))
                .await(Duration.ofSeconds(15)))
        .hasSize(2_500_000);
  }

  @Test
  void workerThatIsDrainedLeavesWhenItsLastWordsAreSaid() throws Exception {
    proxy.slow(0, 1_000);
    HonestWorker far = gateway.connect("far", SLOTS, proxy);
    int length = 4_000_000;
    Execution<String> execution =
        gateway.runtime().start(MarkedWorkflows.receivedOnce(length, log.file() + ""));
    await().atMost(10, SECONDS).until(() -> log.calls() == 1);
    far.drain();
    assertThat(execution.await(Duration.ofSeconds(20))).hasSize(length);
    assertThat(log.extraRuns()).isZero();
  }
}
