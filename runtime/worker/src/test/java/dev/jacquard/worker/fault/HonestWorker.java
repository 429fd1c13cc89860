package dev.jacquard.worker.fault;

import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.process.CodeSupply;
import dev.jacquard.worker.process.GatewayChannel;
import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.WorkerOffloads;
import dev.jacquard.worker.process.WorkerProcess;
import dev.jacquard.worker.process.WorkerSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A worker in this process, as it should be. */
final class HonestWorker implements AutoCloseable {

  private static final CodeSupply.Supplied SUPPLIED =
      new CodeSupply.Supplied(LoaderCode.of(Marked.class), TrialGateway.HERE);

  private final SystemClock clock = new SystemClock();
  private final WorkerProcess process;
  private final Thread thread;
  private volatile @Nullable RefusedException refused;

  private HonestWorker(WorkerSettings settings) {
    this.process = new WorkerProcess(settings, clock);
    this.thread = new Thread(this::serve, settings.instance());
  }

  static HonestWorker start(String instance, int slots, int port, WorkerOffloads offloads) {
    HonestWorker worker =
        new HonestWorker(
            new WorkerSettings(
                new GatewayChannel("127.0.0.1", port, TrialGateway.TOKEN, null),
                TrialGateway.POOL,
                instance,
                slots,
                () -> SUPPLIED,
                FolderBlobStore.ofUser(),
                offloads,
                Duration.ofSeconds(5)));
    worker.thread.start();
    return worker;
  }

  private void serve() {
    try {
      process.serve();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RefusedException e) {
      refused = e;
    }
  }

  /** Lets it end what it has, and leave. */
  void drain() {
    process.drain();
  }

  @Override
  public void close() {
    drain();
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clock.close();
    if (thread.isAlive()) {
      throw new AssertionError("A worker must leave when it is drained.");
    }
    if (refused != null) {
      throw new AssertionError("An honest worker must not be refused.", refused);
    }
  }
}
