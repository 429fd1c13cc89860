package dev.jacquard.worker.process;

import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.tls.TlsFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker that was started by hand, perhaps on another machine, and gets its code sent. */
public final class RemoteWorker {

  /**
   * What it is and serves.
   *
   * @param host where its gateway is
   * @param port where its gateway is
   * @param pool which pool it serves
   * @param instance names it among those of its pool; empty: by its process
   * @param token what the gateway asks for
   * @param slots how many calls it carries out at once
   * @param tls what both ends show each other; null: nothing
   * @param cache a folder for jars and blobs, which other workers may use at the same time
   * @param jars of this machine, which need not be fetched if they are the application's
   * @param patience how long it looks for a gateway that is not there
   */
  public record Options(
      String host,
      int port,
      String pool,
      String instance,
      String token,
      int slots,
      @Nullable TlsFolder tls,
      Path cache,
      List<Path> jars,
      Duration patience) {

    /** Copies the list. */
    public Options {
      jars = List.copyOf(jars);
    }

    // The token is nobody's to read.
    @Override
    public String toString() {
      return "worker of pool " + pool + " at " + host + ":" + port;
    }
  }

  private final WorkerProcess process;
  private final GatewayBlobs blobs;

  /**
   * Makes a worker that has not connected yet.
   *
   * @throws IllegalArgumentException if the certificates cannot be used
   */
  public RemoteWorker(Options options) {
    GatewayChannel gateway =
        new GatewayChannel(
            options.host(),
            options.port(),
            options.token(),
            options.tls() == null ? null : options.tls().worker());
    blobs = new GatewayBlobs(gateway, new FolderBlobStore(options.cache().resolve("blobs")));
    process =
        new WorkerProcess(
            new WorkerSettings(
                gateway,
                options.pool(),
                options.instance().isEmpty() ? ownName() : options.instance(),
                options.slots(),
                new DeliveredCode(gateway, options.cache().resolve("code"), options.jars()),
                blobs,
                WorkerOffloads.through(blobs),
                options.patience()),
            new SystemClock());
  }

  private static String ownName() {
    return "pid-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
  }

  /**
   * Serves until it is drained, or has found no gateway for too long.
   *
   * @throws RefusedException if the gateway does not want it, or it has to end for the sake of a
   *     call
   */
  public void serve() throws InterruptedException, RefusedException {
    try {
      process.serve();
    } finally {
      blobs.close();
    }
  }

  /** Whether a gateway has taken it. */
  public boolean hasServed() {
    return process.hasServed();
  }

  /** Why it has lost, or not found, its gateway; may be empty. */
  public String reason() {
    return process.reason();
  }

  /** Takes nothing new, and lets {@link #serve} return when everything has ended. */
  public void drain() {
    process.drain();
  }
}
