package dev.jacquard.worker.supervise;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.Compatibility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A gateway with worker processes of its own, on this machine. */
public final class SupervisedBackend implements Backend {

  private static final long LONGEST_MESSAGE = 1L << 30;

  /**
   * Which processes.
   *
   * @param processes how many
   * @param slots how many calls each carries out at once
   * @param classPath the application's code; null: this process's own
   * @param lease how long a worker may be silent
   * @param jvmOptions for the processes
   * @param output takes what they print
   * @param strict whether they check that every value survives encoding
   * @param grace how long closing waits
   * @param blobs the folder where calls put and find the bytes of blobs
   */
  public record Options(
      int processes,
      int slots,
      @Nullable ClassPath classPath,
      Duration lease,
      List<String> jvmOptions,
      Consumer<String> output,
      boolean strict,
      Duration grace,
      Path blobs) {}

  private final GatewayBackend calls;
  private final WorkerPools pools;

  private SupervisedBackend(GatewayBackend calls, WorkerPools pools) {
    this.calls = calls;
    this.pools = pools;
  }

  /** Opens a gateway and starts its workers; they are ready a little later. */
  public static SupervisedBackend start(Options options, EngineClock clock) {
    ClassPath code = options.classPath();
    String digest =
        code == null
            ? CodeDigest.of(System.getProperty("java.class.path", ""))
            : CodeDigest.of(code);
    Surroundings here = Compatibility.here(WorkerCommand.assertions(), digest);
    PoolTokens tokens = new PoolTokens();
    WorkerPools pools = new WorkerPools(options, tokens);
    try {
      GatewayBackend gateway =
          GatewayBackend.open(
              new GatewayBackend.Options(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                  tokens,
                  options.processes(),
                  options.processes() * options.slots(),
                  options.lease(),
                  options.grace(),
                  options.strict(),
                  LONGEST_MESSAGE,
                  hello -> Compatibility.objection(hello, here, false),
                  pools::need),
              clock);
      pools.open(gateway.port(), gateway::exited);
      pools.need(WorkerPool.PLAIN, options.processes());
      return new SupervisedBackend(gateway, pools);
    } catch (RuntimeException e) {
      pools.close();
      throw e;
    }
  }

  @Override
  public int slots() {
    return calls.slots();
  }

  @Override
  public void submit(Batch batch) {
    calls.submit(batch);
  }

  @Override
  public void cancel(Batch batch) {
    calls.cancel(batch);
  }

  @Override
  public void takeBack(Batch batch) {
    calls.takeBack(batch);
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    calls.create(replica, listener);
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    calls.retire(replica, listener);
  }

  @Override
  public void close() {
    calls.close();
    pools.close();
  }
}
