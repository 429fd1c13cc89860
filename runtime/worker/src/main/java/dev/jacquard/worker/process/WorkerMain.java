package dev.jacquard.worker.process;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.offload.OffloadFolder;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.Compatibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker process. Ends with 0 when it was drained or its gateway is gone, 2 after wrong usage, 3
 * when it was refused.
 */
public final class WorkerMain {

  private static final int WRONG_USAGE = 2;
  private static final int REFUSED = 3;
  private static final int WITHOUT_ENGINE = 4;
  private static final long ENGINE_PAUSE_NANOS = 100_000_000L;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private WorkerMain() {}

  /** Serves the gateway that the arguments name. */
  public static void main(String[] words) throws Exception {
    WorkerArguments arguments;
    WorkerSettings settings;
    try {
      arguments = WorkerArguments.parse(words);
      if (isTooLate(arguments)) {
        return;
      }
      settings = settings(arguments);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
      return;
    }
    if (arguments.leaveWith() > 0) {
      TerminalInterrupt.ignore();
      watchEngine(arguments);
    }
    System.setIn(InputStream.nullInputStream());
    WorkerProcess process = new WorkerProcess(settings, new SystemClock());
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(process, main), "jacquard-drain"));
    int code = serve(process);
    // Threads that tasks have left behind must not keep the process.
    new Thread(() -> System.exit(code), "jacquard-exit").start();
  }

  /** An engine that has begun to close takes the files away first. */
  private static boolean isTooLate(WorkerArguments arguments) {
    return arguments.leaveWith() > 0 && !Files.exists(Path.of(arguments.tokenFile()));
  }

  private static int serve(WorkerProcess process) throws InterruptedException {
    try {
      process.serve();
      return 0;
    } catch (RefusedException e) {
      System.err.println(e.getMessage());
      return REFUSED;
    }
  }

  private static WorkerSettings settings(WorkerArguments arguments) throws IOException {
    String path =
        arguments.classPathFile().isEmpty()
            ? ""
            : Files.readString(Path.of(arguments.classPathFile()));
    Code code =
        path.isBlank() ? LoaderCode.of(WorkerMain.class) : PathCode.open(ClassPath.parse(path));
    String digest =
        code instanceof PathCode own
            ? CodeDigest.of(own.classPath())
            : CodeDigest.of(System.getProperty("java.class.path", ""));
    CodeSupply.Supplied supplied =
        new CodeSupply.Supplied(
            code, Compatibility.here(WorkerMain.class.desiredAssertionStatus(), digest));
    String token = Files.readString(Path.of(arguments.tokenFile())).strip();
    return new WorkerSettings(
        new GatewayChannel(arguments.host(), arguments.port(), token, null),
        arguments.pool(),
        arguments.instance(),
        arguments.slots(),
        () -> supplied,
        FolderBlobStore.ofUser(),
        arguments.offloaded().isEmpty()
            ? WorkerOffloads.none()
            : WorkerOffloads.in(Path.of(arguments.offloaded())),
        PATIENCE);
  }

  /**
   * Ends with the engine, however that ends; what files it could not delete are deleted here. Looks
   * now and then instead of reading what the engine would write: a thread that waits in native code
   * makes a JVM take 0.3 s longer to end.
   */
  private static void watchEngine(WorkerArguments arguments) {
    Optional<ProcessHandle> engine = ProcessHandle.of(arguments.leaveWith());
    Thread watch =
        new Thread(
            () -> {
              while (engine.isPresent() && engine.get().isAlive()) {
                LockSupport.parkNanos(ENGINE_PAUSE_NANOS);
              }
              deleteFiles(arguments);
              Runtime.getRuntime().halt(WITHOUT_ENGINE);
            },
            "jacquard-engine-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void deleteFiles(WorkerArguments arguments) {
    Path token = Path.of(arguments.tokenFile());
    Path folder = token.toAbsolutePath().getParent();
    try {
      Files.deleteIfExists(token);
      Files.deleteIfExists(Path.of(arguments.classPathFile()));
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
      if (!arguments.offloaded().isEmpty()) {
        OffloadFolder.sweepOne(Path.of(arguments.offloaded()));
      }
    } catch (IOException e) {
      // another worker is about it too
    }
  }

  private static void drain(WorkerProcess process, Thread main) {
    process.drain();
    try {
      main.join(TimeUnit.SECONDS.toMillis(GRACE.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
