package dev.jacquard.worker.supervise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeOffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of each pool, with the files that tell them what they need. Thread-safe. */
final class WorkerPools implements AutoCloseable {

  /** Hears of processes that have ended. */
  @FunctionalInterface
  interface Exits {
    /** A process has ended; it printed that last. */
    void exited(WorkerPool pool, String instance, String lastWords);
  }

  private static final Logger LOG = LoggerFactory.getLogger(WorkerPools.class);

  private final SupervisedBackend.Options options;
  private final PoolTokens tokens;
  private final ClassArchive archive;
  private final @Nullable Path offloaded;
  private final Path folder;
  private final Path codeFile;
  private final Map<WorkerPool, WorkerProcesses> pools = new HashMap<>();
  private int port;
  private @Nullable Exits exits;
  private boolean closed;

  /**
   * Has no processes yet.
   *
   * @param offloaded where they find values that are too long for messages; null: nowhere
   */
  WorkerPools(SupervisedBackend.Options options, PoolTokens tokens, @Nullable Path offloaded) {
    this.offloaded = offloaded;
    this.options = options;
    this.tokens = tokens;
    this.archive = options.classArchive() ? ClassArchive.ofUser() : ClassArchive.NONE;
    ClassPath code = options.classPath();
    try {
      folder = Files.createTempDirectory("jacquard-workers");
      codeFile =
          Files.writeString(
              folder.resolve("class-path"), code == null ? "" : code.toString(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the workers cannot be written.", e);
    }
  }

  /** Says where the gateway is, before the first process is needed. */
  synchronized void open(int gatewayPort, Exits hears) {
    port = gatewayPort;
    exits = hears;
  }

  /** What workers elsewhere get of the code; null: there are none. */
  @Nullable CodeOffer offer(Surroundings here) {
    if (options.external() == null) {
      return null;
    }
    ClassPath code = options.classPath();
    return CodeOffer.of(
        code == null ? ClassPath.parse(System.getProperty("java.class.path", "")) : code,
        here,
        folder);
  }

  /** Has so many processes of a pool. */
  synchronized void need(WorkerPool pool, int count) {
    if (closed) {
      return;
    }
    if (options.processes() > 0) {
      pools.computeIfAbsent(pool, this::processes).grow(count);
    } else if (!pool.equals(WorkerPool.PLAIN)) {
      LOG.warn(
          "Calls wait for workers of pool {}. Start one: jacquard worker --pool {} …",
          pool.name(),
          pool.name());
    }
  }

  private WorkerProcesses processes(WorkerPool pool) {
    Exits hears = exits;
    if (hears == null) {
      throw new IllegalStateException("The gateway must be open before workers are started.");
    }
    try {
      Path token =
          PrivateFile.write(folder.resolve("token-" + pool.name()), tokens.make(pool.name()));
      WorkerCommand command =
          new WorkerCommand(
              port,
              pool,
              options.slots(),
              token,
              codeFile,
              options.blobs().root().toAbsolutePath().toString(),
              offloaded,
              archive,
              options.jvmOptions());
      String title = pool.equals(WorkerPool.PLAIN) ? "worker" : pool.name() + " worker";
      return new WorkerProcesses(
          title,
          command,
          options.output(),
          (instance, words) -> hears.exited(pool, instance, words));
    } catch (IOException e) {
      throw new UncheckedIOException("The token of the workers cannot be written.", e);
    }
  }

  /** Starts nothing more. The files go now: this process may be ended before it has closed. */
  synchronized void closing() {
    closed = true;
    pools.values().forEach(WorkerProcesses::closing);
    PrivateFile.deleteFolder(folder);
  }

  @Override
  public void close() {
    closing();
    List<WorkerProcesses> left;
    synchronized (this) {
      left = List.copyOf(pools.values());
    }
    left.forEach(WorkerProcesses::close);
    archive.makeLater();
  }
}
