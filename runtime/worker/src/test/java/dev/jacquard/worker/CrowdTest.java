package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.process.CodeSupply;
import dev.jacquard.worker.process.Crowd;
import dev.jacquard.worker.process.GatewayChannel;
import dev.jacquard.worker.wire.Compatibility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many workers at one gateway, a third of which is killed while a map runs. A thousand of them:
 * {@code -Dcrowd.workers=1000}.
 */
@Timeout(300)
class CrowdTest {

  private static final int WORKERS = Integer.getInteger("crowd.workers", 100);
  private static final int CALLS = 100 * WORKERS;
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private final AtomicReference<GatewayBackend> gateway = new AtomicReference<>();

  private GatewayBackend open(EngineClock clock) {
    PoolTokens tokens = new PoolTokens();
    tokens.add(WorkerPool.PLAIN.name(), "secret");
    GatewayBackend opened =
        GatewayBackend.open(
            new GatewayBackend.Options(
                WORKERS, WORKERS, LEASE, Duration.ofSeconds(5), false, (pool, count) -> {}),
            new GatewayBackend.Access(
                List.of(new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null)),
                tokens,
                1 << 20,
                WORKERS,
                hello -> Optional.empty()),
            new GatewayBackend.Supplies(null, FolderBlobStore.ofUser(), EngineOffloads.none()),
            clock);
    gateway.set(opened);
    return opened;
  }

  private Crowd crowd() {
    return new Crowd(
        new GatewayChannel("127.0.0.1", gateway.get().port(), "secret", null),
        new CodeSupply.Supplied(LoaderCode.of(CrowdTest.class), Compatibility.here(false, "")),
        WORKERS);
  }

  @Test
  void killedWorkersOfManyChangeNoResult() throws Exception {
    List<Integer> numbers = IntStream.range(0, CALLS).boxed().toList();
    CrowdTrials.begin();
    try (WorkflowRuntime runtime = WorkflowRuntime.on(this::open, LocalOptions.defaults());
        Crowd crowd = crowd()) {
      await().atMost(PATIENCE).until(() -> crowd.welcome() == WORKERS);
      Execution<List<Integer>> execution = runtime.start(CrowdTrialsWorkflows.doubled(numbers));
      await().atMost(PATIENCE).until(() -> CrowdTrials.calls() >= WORKERS);
      for (int i = 0; i < WORKERS; i += 3) {
        gateway.get().exited(WorkerPool.PLAIN, crowd.kill(i), "killed");
      }
      CrowdTrials.open();
      assertThat(execution.await(PATIENCE))
          .isEqualTo(numbers.stream().map(number -> 2 * number).toList());
      assertThat(crowd.ended()).isEqualTo((WORKERS + 2) / 3);
    }
  }
}
