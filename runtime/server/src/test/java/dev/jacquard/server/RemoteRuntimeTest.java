package dev.jacquard.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.BlobRef;
import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.BreakdownException;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.server.client.EngineLostException;
import dev.jacquard.server.client.RemoteOptions;
import dev.jacquard.server.client.RemoteRuntime;
import dev.jacquard.server.service.EngineServer;
import dev.jacquard.server.service.RuntimeOpener;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.spi.FolderBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120) // rather than wait for ever for what is broken
class RemoteRuntimeTest {

  private static final String REMOTE = Remote.class.getName();

  @TempDir private Path folder;
  private final AtomicInteger opened = new AtomicInteger();
  private UnaryOperator<WorkflowRuntime> dressing = UnaryOperator.identity();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private EngineServer engine(Duration patience, Optional<Duration> leaveAfter) {
    FolderBlobStore store = new FolderBlobStore(folder.resolve("engine-blobs"));
    RuntimeOpener local =
        (key, code, workflow, surroundings, manner) -> {
          opened.incrementAndGet();
          WorkflowRuntime runtime = WorkflowRuntime.local(LocalOptions.defaults().withBlobs(store));
          return new RuntimeOpener.Opened(dressing.apply(runtime), List::of);
        };
    EngineServer server =
        EngineServer.start(
            new EngineServer.Options(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                folder.resolve("jars"),
                patience,
                leaveAfter),
            store,
            local);
    open.add(server);
    return server;
  }

  /** A runtime before each start of which something happens. */
  private static WorkflowRuntime dressed(WorkflowRuntime runtime, Runnable beforeStart) {
    return (WorkflowRuntime)
        Proxy.newProxyInstance(
            WorkflowRuntime.class.getClassLoader(),
            new Class<?>[] {WorkflowRuntime.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("start")) {
                beforeStart.run();
              }
              return method.invoke(runtime, arguments);
            });
  }

  private static void breakDown() {
    throw new BreakdownException(new OutOfMemoryError("Java heap space"));
  }

  @Test
  void runtimeThatHasBrokenDownIsReplaced() throws Exception {
    dressing =
        runtime -> opened.get() == 1 ? dressed(runtime, RemoteRuntimeTest::breakDown) : runtime;
    EngineServer engine = engine();
    try (RemoteRuntime client = client(engine)) {
      assertThat(client.run(RemoteWorkflows.doubled(List.of(1, 2)))).containsExactly(2, 4);
      assertThat(opened).hasValue(2);
      assertThat(client.run(RemoteWorkflows.doubled(List.of(3)))).containsExactly(6);
      assertThat(opened).hasValue(2);
    }
  }

  private EngineServer engine() {
    return engine(Duration.ofMinutes(1), Optional.empty());
  }

  private RemoteRuntime client(InetSocketAddress address) {
    return client(address, Duration.ofSeconds(20));
  }

  private RemoteRuntime client(InetSocketAddress address, Duration patience) {
    RemoteRuntime runtime =
        RemoteRuntime.open(
            new RemoteOptions(
                address,
                Manner.getDefaultInstance(),
                ownClasses(),
                new FolderBlobStore(folder.resolve("own-blobs")),
                patience,
                Duration.ofSeconds(1)));
    open.add(runtime);
    return runtime;
  }

  private RemoteRuntime client(EngineServer engine) {
    return client(new InetSocketAddress(InetAddress.getLoopbackAddress(), engine.port()));
  }

  private static ClassPath ownClasses() {
    try {
      return ClassPath.of(
          List.of(
              Path.of(Remote.class.getProtectionDomain().getCodeSource().getLocation().toURI())));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String file() {
    return folder.resolve("go").toString();
  }

  /** A port at which nobody listens. */
  private static int nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private String never() {
    return folder.resolve("never").toString();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void anEngineElsewhereGivesTheSameAnswer() {
    try (RemoteRuntime runtime = client(engine())) {
      assertThat(runtime.run(RemoteWorkflows.doubled(numbers(1000))))
          .isEqualTo(Remote.doubled(numbers(1000)));
      runtime.run(RemoteWorkflows.nothing(1));
    }
  }

  @Test
  void executionsOfOneApplicationShareARuntime() {
    EngineServer engine = engine();
    client(engine).run(RemoteWorkflows.doubled(numbers(3)));
    client(engine).run(RemoteWorkflows.doubled(numbers(4)));
    assertThat(opened).hasValue(1);
  }

  @Test
  void aFailureSaysWhereAndPrintsAsItDidThere() {
    RemoteRuntime runtime = client(engine());
    assertThatThrownBy(() -> runtime.run(RemoteWorkflows.parsed(List.of("1", "no", "3"))))
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            thrown -> {
              assertThat(thrown.node()).isEqualTo("map/parse");
              assertThat(thrown.elementIndex()).hasValue(1);
              assertThat(thrown.failure().classNames())
                  .startsWith("java.lang.NumberFormatException");
              assertThat(thrown.getCause())
                  .hasToString("java.lang.NumberFormatException: For input string: \"no\"");
            });
  }

  @Test
  void whatHappensIsHeardInOrder() throws InterruptedException {
    List<ExecutionEvent> events = new CopyOnWriteArrayList<>();
    Execution<List<Integer>> execution =
        client(engine()).start(RemoteWorkflows.doubled(numbers(50)), events::add);
    execution.await();
    assertThat(events.get(0)).isInstanceOf(ExecutionEvent.ExecutionStarted.class);
    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        ExecutionEvent.MapAdvanced.class,
                        map -> assertThat(map.progress().done()).isEqualTo(50)));
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            ExecutionEvent.ExecutionFinished.class,
            end -> assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED));
  }

  @Test
  void cancellingCancelsThere() {
    Execution<List<Integer>> execution =
        client(engine()).start(RemoteWorkflows.doubledAfter(never(), List.of()));
    execution.cancel();
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .isInstanceOf(CancellationException.class);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void blobsGoThereAndComeBack() throws IOException {
    FolderBlobStore own = new FolderBlobStore(folder.resolve("own-blobs"));
    BlobRef quiet = own.put(new ByteArrayInputStream("quiet".getBytes(UTF_8)));
    List<BlobRef> loud = client(engine()).run(RemoteWorkflows.loud(List.of(quiet)));
    try (InputStream bytes = own.open(loud.get(0))) {
      assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("QUIET");
    }
  }

  @Test
  void aConnectionThatIsCutIsMadeAgain() throws Exception {
    EngineServer engine = engine();
    try (CuttableProxy proxy = new CuttableProxy(engine.port())) {
      Execution<List<Integer>> execution =
          client(proxy.address()).start(RemoteWorkflows.doubledAfter(file(), numbers(20)));
      proxy.cut();
      Files.createFile(Path.of(file()));
      assertThat(execution.await(Duration.ofSeconds(20))).isEqualTo(Remote.doubled(numbers(20)));
      assertThat(opened).hasValue(1);
    }
  }

  @Test
  void aStartWhoseAnswerIsCutIsAskedForAgainAndBegunOnce() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable slowly =
        () -> {
          starts.incrementAndGet();
          begun.countDown();
          await().until(() -> goOn.getCount() == 0);
        };
    dressing = runtime -> dressed(runtime, slowly);
    EngineServer engine = engine();
    try (CuttableProxy proxy = new CuttableProxy(engine.port())) {
      RemoteRuntime client = client(proxy.address());
      CompletableFuture<List<Integer>> answer =
          CompletableFuture.supplyAsync(() -> client.run(RemoteWorkflows.doubled(numbers(20))));
      begun.await();
      proxy.cut();
      await().until(proxy::leadsOn);
      goOn.countDown();
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(Remote.doubled(numbers(20)));
      assertThat(starts).hasValue(1);
    }
  }

  @Test
  void anEngineThatWasStartedAgainIsSaidToHaveLostTheRun() throws Exception {
    EngineServer first = engine();
    try (CuttableProxy proxy = new CuttableProxy(first.port())) {
      Execution<List<Integer>> execution =
          client(proxy.address()).start(RemoteWorkflows.doubledAfter(never(), List.of()));
      proxy.leadTo(engine().port());
      proxy.cut();
      assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
          .isInstanceOf(EngineLostException.class)
          .hasMessageContaining("Run it again.");
    }
  }

  @Test
  void howLongNothingWasToldDoesNotCountWhenTheConnectionIsCut() throws Exception {
    EngineServer engine = engine();
    Duration patience = Duration.ofSeconds(5);
    try (CuttableProxy proxy = new CuttableProxy(engine.port())) {
      List<ExecutionEvent> events = new CopyOnWriteArrayList<>();
      Execution<List<Integer>> execution =
          client(proxy.address(), patience)
              .start(RemoteWorkflows.doubledAfter(file(), numbers(20)), events::add);
      await().until(() -> events.size() > 1);
      await().pollDelay(patience.plusMillis(500)).until(() -> true);
      proxy.cut();
      Files.createFile(Path.of(file()));
      assertThat(execution.await(Duration.ofSeconds(20))).isEqualTo(Remote.doubled(numbers(20)));
    }
  }

  @Test
  void whatIsHeardOfAnEnginesEndIsSaidOfAStartThatFailsByIt() throws Exception {
    InetSocketAddress gone = new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody());
    RemoteRuntime client = client(gone, Duration.ofSeconds(1));
    client.lose("The pod was OOMKilled.");
    assertThatThrownBy(() -> client.start(RemoteWorkflows.doubled(numbers(2))))
        .isInstanceOf(EngineLostException.class)
        .hasMessage("The pod was OOMKilled.");
  }

  @Test
  void whatIsHeardOfAnEnginesEndWhileAnExecutionStartsIsSaidOfIt() {
    RemoteRuntime client = client(engine());
    client.lose("The pod was evicted.");
    Execution<List<Integer>> execution =
        client.start(RemoteWorkflows.doubledAfter(never(), List.of()));
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .isInstanceOf(EngineLostException.class)
        .hasMessage("The pod was evicted.");
  }

  @Test
  void anEngineThatStaysAwayIsGivenUp() throws Exception {
    EngineServer engine = engine();
    try (CuttableProxy proxy = new CuttableProxy(engine.port())) {
      Execution<List<Integer>> execution =
          client(proxy.address(), Duration.ofSeconds(5))
              .start(RemoteWorkflows.doubledAfter(never(), List.of()));
      proxy.leadTo(nobody());
      proxy.cut();
      assertThatThrownBy(() -> execution.await(Duration.ofSeconds(30)))
          .isInstanceOf(EngineLostException.class)
          .hasMessageContaining("cannot be reached any more");
    }
  }

  @Test
  void anEngineThatIsToldToEndIsSaidToHaveEnded() {
    EngineServer engine = engine();
    Execution<List<Integer>> execution =
        client(engine).start(RemoteWorkflows.doubledAfter(never(), List.of()));
    Thread closing = new Thread(engine::close);
    closing.start();
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .isInstanceOf(EngineLostException.class)
        .hasMessageContaining("told to end");
  }

  @Test
  void whatNobodyWatchesIsCancelledAndAnEngineWithoutWorkLeaves() throws Exception {
    EngineServer engine = engine(Duration.ofMillis(300), Optional.of(Duration.ofMillis(500)));
    try (CuttableProxy proxy = new CuttableProxy(engine.port())) {
      client(proxy.address()).start(RemoteWorkflows.doubledAfter(never(), List.of()));
    }
    engine.awaitEnd();
  }

  @Test
  void anUnknownWorkflowIsRefusedHere() {
    RemoteRuntime runtime = client(engine());
    LoaderCode code = LoaderCode.of(Remote.class);
    assertThatThrownBy(() -> runtime.start(code, REMOTE + ".none", List.of()))
        .hasMessageContaining("none");
  }
}
