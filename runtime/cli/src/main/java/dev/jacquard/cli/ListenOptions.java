package dev.jacquard.cli;

import dev.jacquard.worker.supervise.ExternalWorkers;
import dev.jacquard.worker.tls.TlsFolder;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Workers of {@code jacquard run} that are started elsewhere. */
final class ListenOptions {

  private static final int USUAL_SLOTS = 16;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Let workers connect here that are started by jacquard worker, also on other machines; with"
              + " --backend kubernetes, listen here instead of at --advertise.")
  private @Nullable String listen;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "What those workers have to know; made if there is no such file.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--tls",
      paramLabel = "DIR",
      description = {
        "Certificates for --listen: ca.pem, gateway.pem, gateway-key.pem, and worker.pem and worker-key.pem for"
            + " the workers; made if there are none. Off loopback they are required."
      })
  private @Nullable Path tls;

  @Option(
      names = "--listen-slots",
      paramLabel = "N",
      description = "How many calls those workers carry out at once, all together; default: 16.")
  private @Nullable Integer slots;

  @Option(
      names = "--allow-mixed-java",
      description = "Take workers on other Java releases, whose answers may differ.")
  private boolean mixedJava;

  ListenOptions() {}

  boolean given() {
    return listen != null;
  }

  boolean mixedJava() {
    return mixedJava;
  }

  /** Refuses what cannot be done, before anything is opened. */
  void check(BackendName backend) {
    if (backend == BackendName.KUBERNETES) {
      checkForPods();
      return;
    }
    boolean onWorkers = backend == BackendName.WORKERS;
    boolean ofListen = tokenFile != null || tls != null || slots != null;
    if ((listen != null || ofListen || mixedJava) && !onWorkers) {
      throw new UsageException(
          "--listen, --token-file, --tls, --listen-slots and --allow-mixed-java must be given with"
              + " --backend workers alone.");
    }
    if (listen == null && ofListen) {
      throw new UsageException(
          "--token-file, --tls and --listen-slots must be given with --listen alone.");
    }
    if (listen != null && tokenFile == null) {
      throw new UsageException(
          "--listen must be given with --token-file FILE, which says what workers have to know.");
    }
    if (slots != null && slots < 1) {
      throw new UsageException("--listen-slots must be 1 or more; found " + slots + ".");
    }
  }

  private void checkForPods() {
    if (tokenFile != null || tls != null || slots != null) {
      throw new UsageException(
          "--token-file, --tls and --listen-slots must be left out with --backend kubernetes, whose"
              + " pods get their own.");
    }
    address();
  }

  /** Where to listen, if it was said. */
  Optional<GatewayAddress> address() {
    return Optional.ofNullable(listen).map(text -> GatewayAddress.parse("--listen", text));
  }

  /** What the engine lets in; what is missing is made and told of. */
  Optional<ExternalWorkers> workers(PrintStream err) {
    if (listen == null || tokenFile == null) {
      return Optional.empty();
    }
    GatewayAddress address = GatewayAddress.parse("--listen", listen);
    InetSocketAddress resolved = address.resolved("--listen");
    if (!Files.exists(tokenFile)) {
      TokenFile.make(tokenFile);
      err.println("jacquard: a token was made for workers: " + tokenFile);
    }
    try {
      TlsFolder folder = tls == null ? null : certificates(tls, address.host(), err);
      return Optional.of(
          new ExternalWorkers(
              resolved, TokenFile.read(tokenFile), folder, slots == null ? USUAL_SLOTS : slots));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--listen: " + e.getMessage(), e);
    }
  }

  private static TlsFolder certificates(Path folder, String host, PrintStream err) {
    if (!Files.exists(folder.resolve("ca.pem"))) {
      err.println(
          "jacquard: certificates were made in "
              + folder
              + "; a worker needs its ca.pem, worker.pem and worker-key.pem");
    }
    return TlsFolder.madeAt(folder, names(host));
  }

  private static List<String> names(String host) {
    List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1"));
    if (!names.contains(host) && !host.equals("0.0.0.0")) {
      names.add(host);
    }
    try {
      InetAddress here = InetAddress.getLocalHost();
      names.add(here.getHostName());
      names.add(here.getHostAddress());
    } catch (UnknownHostException e) {
      return names;
    }
    return names.stream().distinct().toList();
  }
}
