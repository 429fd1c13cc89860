package dev.jacquard.worker.grpc;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.testing.BackendConformance;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.spi.TaskHandler;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.process.CodeSupply;
import dev.jacquard.worker.process.GatewayChannel;
import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.WorkerOffloads;
import dev.jacquard.worker.process.WorkerProcess;
import dev.jacquard.worker.process.WorkerSettings;
import dev.jacquard.worker.wire.Compatibility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway, and a worker in this process that reaches it by a real stream. */
@Timeout(120)
class GatewayBackendTest extends BackendConformance {

  private final SystemClock clock = new SystemClock();

  @TempDir Path store;

  @AfterEach
  void close() {
    clock.close();
  }

  /** How many bytes a value may have in a message. */
  long offloadAbove() {
    return EngineOffloads.NEVER;
  }

  @Override
  protected Backend backend() {
    EngineOffloads offloads = EngineOffloads.in(store, offloadAbove());
    PoolTokens tokens = new PoolTokens();
    tokens.add("plain", "secret");
    Door door = new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null);
    GatewayBackend gateway =
        GatewayBackend.open(
            new GatewayBackend.Options(
                1, 2, Duration.ofSeconds(5), Duration.ofSeconds(5), false, (pool, count) -> {}),
            new GatewayBackend.Access(
                List.of(door), tokens, 1 << 20, 10, hello -> Optional.empty()),
            new GatewayBackend.Supplies(null, FolderBlobStore.ofUser(), offloads),
            clock);
    CodeSupply.Supplied supplied =
        new CodeSupply.Supplied(new ConformanceCode(), Compatibility.here(false, ""));
    WorkerProcess worker =
        new WorkerProcess(
            new WorkerSettings(
                new GatewayChannel("127.0.0.1", gateway.port(), "secret", null),
                "plain",
                "one",
                2,
                () -> supplied,
                FolderBlobStore.ofUser(),
                offloads.folder() == null
                    ? WorkerOffloads.none()
                    : WorkerOffloads.in(offloads.folder()),
                Duration.ofSeconds(5)),
            clock);
    Thread thread = new Thread(() -> serve(worker));
    thread.start();
    return new Served(gateway, offloads, thread);
  }

  private static void serve(WorkerProcess worker) {
    try {
      worker.serve();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends with its worker. */
  private record Served(GatewayBackend gateway, EngineOffloads offloads, Thread worker)
      implements Backend {
    @Override
    public int slots() {
      return gateway.slots();
    }

    @Override
    public void submit(Batch batch) {
      gateway.submit(batch);
    }

    @Override
    public void cancel(Batch batch) {
      gateway.cancel(batch);
    }

    @Override
    public void takeBack(Batch batch) {
      gateway.takeBack(batch);
    }

    @Override
    public void create(Replica replica, ReplicaListener listener) {
      gateway.create(replica, listener);
    }

    @Override
    public void retire(Replica replica, ReplicaListener listener) {
      gateway.retire(replica, listener);
    }

    @Override
    public void close() {
      gateway.close();
      try {
        worker.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (worker.isAlive()) {
        throw new AssertionError("A worker must leave when its gateway is closed.");
      }
      offloads.close();
    }
  }

  @Override
  protected Chain chain(Class<? extends TaskHandler> handler) {
    return ConformanceCode.chain(handler);
  }

  @Override
  protected ActorPlan actor() {
    return ConformanceCode.actor();
  }

  @TestFactory
  Stream<DynamicTest> conforms() {
    return checks().entrySet().stream()
        .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
  }
}
