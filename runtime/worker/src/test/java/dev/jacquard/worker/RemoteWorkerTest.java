package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.BlobRef;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.process.DeliveredCode;
import dev.jacquard.worker.process.GatewayChannel;
import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.RemoteWorker;
import dev.jacquard.worker.supervise.ExternalWorkers;
import dev.jacquard.worker.tls.TlsFolder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that share neither class path nor disk with the engine. */
@Timeout(120)
class RemoteWorkerTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

  @TempDir Path folder;

  private final int port = freePort();

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private WorkersOptions options(TlsFolder tls) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return WorkersOptions.of(1)
        .withExternal(new ExternalWorkers(address, Map.of("plain", "secret"), tls, 4))
        .withProcesses(0)
        .withEngine(LocalOptions.defaults().withBlobs(store()));
  }

  private FolderBlobStore store() {
    return new FolderBlobStore(folder.resolve("blobs-of-engine"));
  }

  private RemoteWorker worker(String name, String token, TlsFolder tls) {
    return new RemoteWorker(
        new RemoteWorker.Options(
            "localhost",
            port,
            "plain",
            "",
            token,
            2,
            tls,
            folder.resolve(name),
            List.of(),
            Duration.ofSeconds(3)));
  }

  private static CompletableFuture<Void> start(RemoteWorker worker) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            worker.serve();
          } catch (RefusedException | InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  @Test
  void codeIsDeliveredOnceToWorkersThatShareACache() throws Exception {
    CompletableFuture<Void> one = start(worker("cache", "secret", null));
    CompletableFuture<Void> other = start(worker("cache", "secret", null));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(null))) {
      assertThat(runtime.run(TrialsWorkflows.doubled(NUMBERS))).isEqualTo(Trials.doubled(NUMBERS));
      String diary = folder.resolve("diary").toString();
      assertThat(runtime.run(ActorTrialsWorkflows.scores(NUMBERS, diary, 3)))
          .isEqualTo(NUMBERS.stream().map(number -> 6 * number).toList());
    }
    one.join();
    other.join();
    try (var jars = Files.list(folder.resolve("cache").resolve("code"))) {
      assertThat(jars).isNotEmpty().allMatch(jar -> jar.toString().matches(".*/[0-9a-f]{64}.jar"));
    }
  }

  @Test
  void blobsGoThroughTheGateway() throws Exception {
    byte[] bytes = new byte[3_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 1000);
    }
    BlobRef small = store().put(new ByteArrayInputStream(new byte[] {1, 2}));
    BlobRef large = store().put(new ByteArrayInputStream(bytes));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(null))) {
      CompletableFuture<Void> worker = start(worker("cache", "secret", null));
      List<BlobRef> grown = runtime.run(RemoteTrialsWorkflows.grown(List.of(small, large)));
      try (InputStream first = store().open(grown.get(0));
          InputStream second = store().open(grown.get(1))) {
        assertThat(first.readAllBytes()).containsExactly(1, 2, 1, 2, 1, 2, 1, 2);
        assertThat(second.readAllBytes()).hasSize(4 * bytes.length).startsWith(bytes);
      }
      assertThat(worker).isNotDone();
    }
  }

  @Test
  void longValuesGoThroughTheGateway() throws Exception {
    String text = "0123456789".repeat(30_000);
    List<String> expected = NUMBERS.stream().map(n -> n + text + "!").toList();
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(null).withOffloadAbove(100_000))) {
      CompletableFuture<Void> worker = start(worker("cache", "secret", null));
      assertThat(runtime.run(OffloadTrialsWorkflows.retried(NUMBERS, text))).isEqualTo(expected);
      List<String> words = List.of("9012345", "none");
      assertThat(runtime.run(OffloadTrialsWorkflows.found(words, text))).containsExactly(9, -1);
      assertThat(worker).isNotDone();
    }
  }

  @Test
  void certificatesAreMadeAndAskedForAtBothEnds() {
    TlsFolder made = TlsFolder.madeAt(folder.resolve("tls"), List.of("localhost", "127.0.0.1"));
    TlsFolder strangers = TlsFolder.madeAt(folder.resolve("other"), List.of("localhost"));
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(made))) {
      RemoteWorker open = worker("a", "secret", null);
      RemoteWorker strange = worker("b", "secret", strangers);
      CompletableFuture<Void> inTheOpen = start(open);
      CompletableFuture<Void> stranger = start(strange);
      CompletableFuture<Void> known = start(worker("c", "secret", made));
      assertThat(runtime.run(TrialsWorkflows.doubled(NUMBERS))).isEqualTo(Trials.doubled(NUMBERS));
      assertThat(known).isNotDone();
      inTheOpen.join();
      stranger.join();
      assertThat(open.hasServed()).isFalse();
      assertThat(strange.hasServed()).isFalse();
    }
  }

  @Test
  void workerThatTheAuthorityHasNotSignedIsNotLetIn() throws Exception {
    TlsFolder made = TlsFolder.madeAt(folder.resolve("tls"), List.of("localhost"));
    Path forged = folder.resolve("forged");
    TlsFolder.madeAt(forged, List.of("localhost"));
    // It believes the gateway, but has only its own word for itself.
    Files.copy(
        folder.resolve("tls").resolve("ca.pem"),
        forged.resolve("ca.pem"),
        StandardCopyOption.REPLACE_EXISTING);
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(made))) {
      assertThat(runtime).isNotNull();
      RemoteWorker stranger = worker("a", "secret", TlsFolder.at(forged));
      start(stranger).join();
      assertThat(stranger.hasServed()).isFalse();
      assertThat(folder.resolve("a").resolve("code")).doesNotExist();
    }
  }

  @Test
  void workerWithoutACertificateIsNotLetIn() throws Exception {
    TlsFolder made = TlsFolder.madeAt(folder.resolve("tls"), List.of("localhost"));
    SslContext believing =
        GrpcSslContexts.forClient()
            .trustManager(folder.resolve("tls").resolve("ca.pem").toFile())
            .build();
    GatewayChannel nameless = new GatewayChannel("localhost", port, "secret", believing);
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(made))) {
      assertThat(runtime).isNotNull();
      assertThatThrownBy(() -> new DeliveredCode(nameless, folder.resolve("a"), List.of()).get())
          .isInstanceOf(IOException.class);
      assertThat(folder.resolve("a")).doesNotExist();
    }
  }

  @Test
  void wrongTokenIsRefusedAndSaid() {
    try (WorkflowRuntime runtime = WorkerRuntime.workers(options(null))) {
      assertThat(runtime).isNotNull();
      assertThatThrownBy(() -> start(worker("cache", "guessed", null)).join())
          .hasRootCauseInstanceOf(RefusedException.class)
          .hasMessageContaining("The token must be that of a pool.");
    }
  }

  @Test
  void nothingGoesOverANetworkInTheOpen() {
    assertThatThrownBy(
            () ->
                new ExternalWorkers(
                    new InetSocketAddress("192.0.2.1", 7000), Map.of("plain", "secret"), null, 1))
        .hasMessageContaining("must show certificates");
  }
}
