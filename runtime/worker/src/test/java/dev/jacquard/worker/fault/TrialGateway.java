package dev.jacquard.worker.fault;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.process.WorkerOffloads;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.Compatibility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An engine with a gateway and no processes of its own: workers are what the test lets connect. */
final class TrialGateway implements AutoCloseable {

  static final String TOKEN = "secret";
  static final String POOL = "plain";
  static final Surroundings HERE = Compatibility.here(false, "digest");
  static final int MOST_WORKERS = 20;
  static final int LONGEST_MESSAGE = 8 << 20;

  private final Duration lease;
  private final AtomicInteger port = new AtomicInteger();
  private final WorkflowRuntime runtime;
  private final Deque<HonestWorker> workers = new ArrayDeque<>();
  private final EngineOffloads offloads;

  private TrialGateway(int slots, Duration lease, EngineOffloads offloads) {
    this.offloads = offloads;
    this.lease = lease;
    LocalOptions options = LocalOptions.defaults().withGrace(Duration.ofSeconds(2));
    this.runtime = WorkflowRuntime.on(clock -> open(slots, clock), options);
  }

  static TrialGateway open(int slots, Duration lease) {
    return new TrialGateway(slots, lease, EngineOffloads.none());
  }

  /** The same, with every value in a file of its own. */
  static TrialGateway offloading(int slots, Duration lease, Path store) {
    return new TrialGateway(slots, lease, EngineOffloads.in(store, 1));
  }

  private Backend open(int slots, EngineClock clock) {
    PoolTokens tokens = new PoolTokens();
    tokens.add(POOL, TOKEN);
    Door door = new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null);
    GatewayBackend gateway =
        GatewayBackend.open(
            new GatewayBackend.Options(
                0, slots, lease, Duration.ofSeconds(2), false, (pool, count) -> {}),
            new GatewayBackend.Access(
                List.of(door),
                tokens,
                LONGEST_MESSAGE,
                MOST_WORKERS,
                hello -> Compatibility.objection(hello, HERE, false)),
            new GatewayBackend.Supplies(null, FolderBlobStore.ofUser(), offloads),
            clock);
    port.set(gateway.port());
    return gateway;
  }

  int port() {
    return port.get();
  }

  Duration lease() {
    return lease;
  }

  WorkflowRuntime runtime() {
    return runtime;
  }

  /** Lets a worker in this process connect, which ends with this. */
  HonestWorker connect(String instance, int slots) {
    return connect(instance, slots, null);
  }

  /** The same by way of a proxy. */
  HonestWorker connect(String instance, int slots, @Nullable TrialProxy by) {
    HonestWorker worker =
        HonestWorker.start(instance, slots, by == null ? port() : by.port(), offloads());
    workers.push(worker);
    return worker;
  }

  /** Where values are that are not in their messages. */
  Path offloaded() {
    return Objects.requireNonNull(offloads.folder());
  }

  private WorkerOffloads offloads() {
    return offloads.folder() == null ? WorkerOffloads.none() : WorkerOffloads.in(offloaded());
  }

  @Override
  public void close() {
    workers.forEach(HonestWorker::drain);
    runtime.close();
    workers.forEach(HonestWorker::close);
    offloads.close();
  }
}
