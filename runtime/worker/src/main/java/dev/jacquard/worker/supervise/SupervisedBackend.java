package dev.jacquard.worker.supervise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.backend.StrictCaller;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.Compatibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
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
   * @param blobs where calls in this process put and find the bytes of blobs
   * @param classArchive whether an archive of their classes is used and made
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
      BlobStore blobs,
      boolean classArchive) {}

  private final Backend calls;
  private final WorkerProcesses processes;
  private final Path folder;
  private final ClassArchive archive;

  private SupervisedBackend(
      Backend calls, WorkerProcesses processes, Path folder, ClassArchive archive) {
    this.calls = calls;
    this.processes = processes;
    this.folder = folder;
    this.archive = archive;
  }

  /** Opens a gateway and starts its workers; they are ready a little later. */
  public static SupervisedBackend start(Options options, EngineClock clock) {
    ClassPath code = options.classPath();
    String digest =
        code == null
            ? CodeDigest.of(System.getProperty("java.class.path", ""))
            : CodeDigest.of(code);
    Surroundings here = Compatibility.here(WorkerCommand.assertions(), digest);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    GatewayBackend gateway =
        GatewayBackend.open(
            new GatewayBackend.Options(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                token,
                options.processes() * options.slots(),
                options.lease(),
                options.grace(),
                options.strict(),
                LONGEST_MESSAGE,
                hello -> Compatibility.objection(hello, WorkerCommand.POOL, here, false)),
            clock);
    try {
      Path folder = Files.createTempDirectory("jacquard-workers");
      Path tokenFile = PrivateFile.write(folder.resolve("token"), token);
      Path codeFile =
          Files.writeString(
              folder.resolve("class-path"), code == null ? "" : code.toString(), UTF_8);
      ClassArchive archive = options.classArchive() ? ClassArchive.ofUser() : ClassArchive.NONE;
      WorkerCommand command =
          new WorkerCommand(
              gateway.port(),
              WorkerCommand.POOL,
              options.slots(),
              tokenFile,
              codeFile,
              archive,
              options.jvmOptions());
      WorkerProcesses processes = new WorkerProcesses(command, options.output(), gateway::exited);
      processes.start(options.processes());
      LocalBackend replicas =
          new LocalBackend(
              options.processes() * options.slots(),
              clock,
              options.strict() ? new StrictCaller() : TaskCaller.DIRECT,
              options.grace(),
              options.blobs());
      return new SupervisedBackend(new ReplicasHere(gateway, replicas), processes, folder, archive);
    } catch (IOException e) {
      gateway.close();
      throw new UncheckedIOException("The files of the workers cannot be written.", e);
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
    processes.startNoMore();
    calls.close();
    processes.close();
    archive.makeLater();
    PrivateFile.deleteFolder(folder);
  }
}
