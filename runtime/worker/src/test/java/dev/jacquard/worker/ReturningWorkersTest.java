package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.gateway.Elastic;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.grpc.WaitingRoom;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.process.RefusedException;
import dev.jacquard.worker.process.RemoteWorker;
import dev.jacquard.worker.tls.RunAuthority;
import dev.jacquard.worker.tls.TlsFolder;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.CodeOffer;
import dev.jacquard.worker.wire.Compatibility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that know an earlier engine's authority and tokens, and wait for their pool. */
@Timeout(120)
class ReturningWorkersTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 50).boxed().toList();
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final int port = freePort();
  private final RunAuthority earlier = RunAuthority.make();
  private final byte[] key = PoolTokens.freshKey();
  private final WaitingRoom room = WaitingRoom.untilAsked();

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RemoteWorker worker(String pool, String token) {
    TlsFolder tls = TlsFolder.issuedAt(folder.resolve("earlier"), earlier, List.of("elsewhere"));
    return new RemoteWorker(
        new RemoteWorker.Options(
            "localhost",
            port,
            pool,
            "",
            token,
            2,
            tls,
            folder.resolve("cache"),
            List.of(),
            Duration.ofSeconds(30)));
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

  private GatewayBackend later(EngineClock clock) {
    try {
      Path here = Files.createDirectory(folder.resolve("later"));
      RunAuthority kept = RunAuthority.of(earlier.certificate(), earlier.key());
      TlsFolder tls = TlsFolder.issuedAt(here, kept, List.of("localhost"));
      ClassPath code = ClassPath.parse(System.getProperty("java.class.path"));
      Surroundings surroundings = Compatibility.here(true, CodeDigest.of(code));
      return GatewayBackend.open(
          new GatewayBackend.Options(
              1,
              2,
              Duration.ofSeconds(10),
              Duration.ofSeconds(2),
              false,
              new Elastic(1, Duration.ofSeconds(5).toNanos()),
              (pool, count) -> room.admit(pool.name())),
          new GatewayBackend.Access(
              List.of(
                  new Door(
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                      tls.gateway())),
              PoolTokens.derivedFrom(key),
              1 << 20,
              10,
              hello -> Compatibility.objection(hello, surroundings, false),
              room),
          new GatewayBackend.Supplies(
              CodeOffer.of(code, surroundings, here),
              new FolderBlobStore(folder.resolve("blobs")),
              EngineOffloads.none()),
          clock);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String token(String pool) {
    return PoolTokens.derivedFrom(key).make(pool);
  }

  @Test
  void workerOfAnEarlierEngineServesWhenItsPoolIsAskedFor() {
    RemoteWorker worker = worker("plain", token("plain"));
    CompletableFuture<Void> serving = start(worker);
    try (WorkflowRuntime runtime = WorkflowRuntime.on(this::later, LocalOptions.defaults())) {
      assertThat(runtime.run(TrialsWorkflows.doubled(NUMBERS))).isEqualTo(Trials.doubled(NUMBERS));
    }
    serving.join();
    assertThat(worker.hasServed()).isTrue();
  }

  @Test
  void workerOfAPoolThatNobodyAsksForWaitsUntilItIsDismissed() {
    RemoteWorker worker = worker("plain-0123abcd", token("plain-0123abcd"));
    CompletableFuture<Void> serving = start(worker);
    try (WorkflowRuntime runtime = WorkflowRuntime.on(this::later, LocalOptions.defaults())) {
      assertThat(runtime).isNotNull();
      await()
          .atMost(LONG)
          .until(
              () -> {
                room.dismiss("plain-0123abcd");
                return serving.isDone();
              });
      assertThatThrownBy(serving::join).hasRootCauseMessage("Nobody asks for pool plain-0123abcd.");
      assertThat(worker.hasServed()).isFalse();
    }
  }

  @Test
  void workerThatIsDrainedWhileItWaitsLeavesWhenItIsAnswered() {
    RemoteWorker worker = worker("plain", token("plain"));
    CompletableFuture<Void> serving = start(worker);
    try (WorkflowRuntime runtime = WorkflowRuntime.on(this::later, LocalOptions.defaults())) {
      assertThat(runtime).isNotNull();
      worker.drain();
      room.admit("plain");
      serving.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
      assertThat(worker.hasServed()).isFalse();
    }
  }

  @Test
  void tokenOfAnotherPoolOrKeyIsRefused() {
    room.admit("plain");
    String forged = token("other").replace("other.", "plain.");
    CompletableFuture<Void> forger = start(worker("plain", forged));
    CompletableFuture<Void> stranger =
        start(worker("plain", PoolTokens.derivedFrom(PoolTokens.freshKey()).make("plain")));
    CompletableFuture<Void> impostor = start(worker("plain", token("other")));
    room.admit("other");
    try (WorkflowRuntime runtime = WorkflowRuntime.on(this::later, LocalOptions.defaults())) {
      assertThat(runtime).isNotNull();
      assertThatThrownBy(forger::join).hasRootCauseMessage("The token must be that of a pool.");
      assertThatThrownBy(stranger::join).hasRootCauseMessage("The token must be that of a pool.");
      assertThatThrownBy(impostor::join)
          .rootCause()
          .hasMessageContaining("must serve the pool of its token");
    }
  }
}
