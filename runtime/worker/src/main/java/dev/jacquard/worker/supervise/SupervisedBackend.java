package dev.jacquard.worker.supervise;

import dev.jacquard.engine.backend.ForwardingBackend;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.Compatibility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A gateway with worker processes of its own on this machine, and perhaps others elsewhere. */
public final class SupervisedBackend extends ForwardingBackend {

  private static final long LONGEST_MESSAGE = 1L << 30;
  private static final int MOST_WORKERS = 10_000;

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
   * @param blobs where calls put and find the bytes of blobs
   * @param offloadAbove values whose encoding has more bytes go through a folder in there
   * @param external workers that are started elsewhere; null: there are none
   * @param mixedJava whether workers may run on another Java release
   * @param classArchive whether an archive of the processes' classes is used and made
   * @param atOnce whether the processes are started before there is a call for them
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
      FolderBlobStore blobs,
      long offloadAbove,
      @Nullable ExternalWorkers external,
      boolean mixedJava,
      boolean classArchive,
      boolean atOnce) {

    private int allSlots() {
      return processes * slots + (external == null ? 0 : external.slots());
    }
  }

  private final WorkerPools pools;
  private final EngineOffloads offloads;

  private SupervisedBackend(GatewayBackend calls, WorkerPools pools, EngineOffloads offloads) {
    super(calls);
    this.pools = pools;
    this.offloads = offloads;
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
    EngineOffloads offloads = EngineOffloads.beside(options.blobs(), options.offloadAbove());
    WorkerPools pools = new WorkerPools(options, tokens, offloads.folder());
    try {
      GatewayBackend gateway =
          GatewayBackend.open(
              new GatewayBackend.Options(
                  options.processes(),
                  options.allSlots(),
                  options.lease(),
                  options.grace(),
                  options.strict(),
                  pools::need),
              access(options, tokens, here),
              new GatewayBackend.Supplies(pools.offer(here), options.blobs(), offloads),
              clock);
      pools.open(gateway.port(), gateway::exited);
      if (options.atOnce()) {
        pools.need(WorkerPool.PLAIN, options.processes());
      }
      return new SupervisedBackend(gateway, pools, offloads);
    } catch (RuntimeException e) {
      pools.close();
      offloads.close();
      throw e;
    }
  }

  private static GatewayBackend.Access access(
      Options options, PoolTokens tokens, Surroundings here) {
    List<Door> doors = new ArrayList<>();
    doors.add(new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null));
    ExternalWorkers external = options.external();
    if (external != null) {
      external.tokens().forEach(tokens::add);
      doors.add(external.door());
    }
    return new GatewayBackend.Access(
        doors,
        tokens,
        LONGEST_MESSAGE,
        MOST_WORKERS,
        hello -> Compatibility.objection(hello, here, options.mixedJava()));
  }

  @Override
  public void close() {
    pools.closing();
    super.close();
    pools.close();
    offloads.close();
  }
}
