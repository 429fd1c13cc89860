package dev.jacquard.cli;

import dev.jacquard.spi.DataFolder;
import dev.jacquard.spi.DurationText;
import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.RemoteWorker;
import dev.jacquard.worker.tls.TlsFolder;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jacquard worker}. */
@Command(
    name = "worker",
    description = {
      "Carries out calls for an engine that listens: jacquard run --backend workers --listen …",
      "The engine sends the code; what has been sent is kept for the next time. Ends when the engine does, on"
          + " Ctrl-C and on SIGTERM, after what it has in hand."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard run --backend workers --listen 10.0.0.5:7400 --token-file token --tls certs …",
      "  jacquard worker --connect 10.0.0.5:7400 --token-file token --tls certs",
      "",
      "Exit codes: 0 the engine has ended, 2 wrong usage, 3 the engine could not be reached or did not",
      "want this worker."
    })
final class WorkerCommand implements Callable<Integer> {

  private static final long GRACE_MILLIS = 10_000;

  private final Console console;

  @Option(
      names = "--connect",
      paramLabel = "HOST:PORT",
      required = true,
      description = "Where the engine listens.")
  private String connect = "";

  @Option(
      names = "--pool",
      paramLabel = "NAME",
      description =
          "Which calls: plain, or what the engine says that it waits for; default: plain.")
  private String pool = "plain";

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description =
          "What the engine knows it by, one of a kind in its pool; default: made of its process.")
  private String instance = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      required = true,
      description = "What the engine asks for.")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--tls",
      paramLabel = "DIR",
      description =
          "Certificates: ca.pem, worker.pem and worker-key.pem. Off loopback they are required.")
  private @Nullable Path tls;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "How many calls it carries out at once; default: the processors.")
  private int slots = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where it keeps code and blobs; default: jacquard in $XDG_CACHE_HOME or ~/.cache.")
  private @Nullable Path cache;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "How long it looks for an engine that is not there; default: ${DEFAULT-VALUE}.")
  private String patience = "1m";

  WorkerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    GrpcLogging.silence();
    RemoteWorker worker = worker();
    // Not the thread: that ends the process, and would be waited for while it waits for this.
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(worker, over), "jacquard-drain"));
    console
        .err()
        .printf(
            "Worker of pool %s, pid %d, connects to %s.%n",
            pool, ProcessHandle.current().pid(), connect);
    try {
      worker.serve();
    } catch (RefusedException e) {
      console.err().println("jacquard: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    } finally {
      over.countDown();
    }
    if (!worker.hasServed()) {
      console
          .err()
          .printf(
              "jacquard: the engine at %s must be reachable within %s; found: %s%n",
              connect, patience, worker.reason());
      return ExitCode.UNREACHABLE;
    }
    console.err().println("The engine has ended, and so does this worker.");
    return ExitCode.SUCCEEDED;
  }

  private static void drain(RemoteWorker worker, CountDownLatch over) {
    worker.drain();
    try {
      if (!over.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        return; // what runs heeds nothing
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RemoteWorker worker() {
    GatewayAddress address = GatewayAddress.parse("--connect", connect);
    Map<String, String> tokens = TokenFile.read(tokenFile);
    String token = tokens.get(pool);
    if (token == null) {
      throw new UsageException(
          "--token-file must hold the token of pool " + pool + "; found " + tokens.keySet() + ".");
    }
    if (slots < 1) {
      throw new UsageException("--slots must be 1 or more; found " + slots + ".");
    }
    TlsFolder certificates = tls == null ? null : TlsFolder.at(tls);
    if (certificates == null && !address.resolved("--connect").getAddress().isLoopbackAddress()) {
      throw new UsageException(
          "--tls must name a folder of certificates where the engine is on another machine.");
    }
    try {
      return new RemoteWorker(
          new RemoteWorker.Options(
              address.host(),
              address.port(),
              pool,
              instance,
              token,
              slots,
              certificates,
              folder(),
              jars(),
              wait(patience)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /** An image that was built for an application has its jars, and says where. */
  private List<Path> jars() {
    String text = console.environment().getOrDefault(CodeSource.VARIABLE, "");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(text)
        .filter(name -> name.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  private static Duration wait(String text) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--wait: " + e.getMessage(), e);
    }
  }

  private Path folder() {
    if (cache != null) {
      return cache;
    }
    return DataFolder.ofCaches(console.environment(), Path.of(System.getProperty("user.home")));
  }
}
