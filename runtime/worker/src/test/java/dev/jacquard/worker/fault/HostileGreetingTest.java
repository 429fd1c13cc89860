package dev.jacquard.worker.fault;

import static dev.jacquard.worker.fault.HostileClient.properHello;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.ByteString;
import dev.jacquard.engine.Execution;
import dev.jacquard.worker.v1.Chunk;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.ToWorker.KindCase;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that never become workers, while an honest worker carries out a map. */
@Timeout(60)
class HostileGreetingTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 20).boxed().toList();
  private static final int PART = 1 << 20;

  private static TrialGateway gateway;

  @TempDir static Path folder;

  /** What a client does. */
  private interface Misdeed {
    void commit() throws Exception;
  }

  @BeforeAll
  static void open() {
    gateway = TrialGateway.open(4, Duration.ofSeconds(5));
    gateway.connect("honest", 4);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicTest> isTurnedAwayAndTheMapGoesOn() {
    return misdeeds().entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> duringMap(entry.getValue())));
  }

  private static void duringMap(Misdeed misdeed) throws Exception {
    EffectLog log = EffectLog.in(Files.createTempDirectory(folder, "run"));
    try (Complaints complaints = Complaints.listen()) {
      Execution<List<Integer>> execution =
          gateway.runtime().start(MarkedWorkflows.oneByOne(NUMBERS, log.file() + ""));
      misdeed.commit();
      assertThat(execution.await(Duration.ofSeconds(20))).isEqualTo(NUMBERS);
      assertThat(complaints.errors()).isEmpty();
    }
    assertThat(log.extraRuns()).isZero();
    List<String> more = List.of("still", "there");
    assertThat(gateway.runtime().start(MarkedWorkflows.echoes(more)).await(Duration.ofSeconds(20)))
        .isEqualTo(more);
  }

  private static Map<String, Misdeed> misdeeds() {
    Map<String, Misdeed> all = new LinkedHashMap<>();
    all.put("no token", () -> stranger(null));
    all.put("wrong token", () -> stranger("Bearer guessed"));
    all.put("token of another scheme", () -> stranger("Basic " + TrialGateway.TOKEN));
    all.put("heartbeat first", () -> says(beat(), "must say hello first"));
    all.put("results first", () -> says(results(), "must say hello first"));
    all.put("nothing in the message", () -> says(FromWorker.newBuilder(), "must say hello first"));
    all.put("other protocol", () -> greets(proper().setProtocol(2), "protocol 1; found 2"));
    all.put("other code", () -> greets(withCode("other"), "another class path"));
    all.put("no surroundings", () -> greets(proper().clearSurroundings(), "another Java release"));
    all.put("other pool", () -> greets(proper().setPool("gold"), "which is plain; found gold"));
    all.put("no slots", () -> greets(proper().setSlots(0), "a slot or more"));
    all.put("four billion slots", () -> greets(proper().setSlots(-1), "a slot or more"));
    all.put("hello after a refusal", HostileGreetingTest::triesTwice);
    all.put("damaged chunk", () -> says(chunk("damaged", true), "in parts is damaged"));
    all.put("chunks over the limit", HostileGreetingTest::fills);
    all.put("message over the frame", HostileGreetingTest::bursts);
    all.put("silent connection", () -> raw(new byte[0]));
    all.put("HTTP/1.1", () -> raw("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8)));
    all.put("half a preface", () -> raw("PRI * HTTP/2.0\r\n\r".getBytes(UTF_8)));
    all.put("garbage", () -> raw(garbage(100_000)));
    all.put("preface and garbage", () -> raw(prefaceAndGarbage()));
    all.put("open stream without a word", HostileGreetingTest::staysSilent);
    return all;
  }

  private static Hello.Builder proper() {
    return properHello("hostile");
  }

  private static Hello.Builder withCode(String digest) {
    return proper().setSurroundings(TrialGateway.HERE.toBuilder().setCode(digest));
  }

  private static FromWorker.Builder beat() {
    return FromWorker.newBuilder().setHeartbeat(Heartbeat.newBuilder().setNumber(1));
  }

  private static FromWorker.Builder results() {
    return FromWorker.newBuilder().setResults(Results.newBuilder().setAssignment(1).setCount(1));
  }

  private static FromWorker.Builder chunk(String text, boolean last) {
    return FromWorker.newBuilder()
        .setChunk(Chunk.newBuilder().setPart(ByteString.copyFromUtf8(text)).setLast(last));
  }

  private static void stranger(String authorization) throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port(), authorization)) {
      client.hello(proper());
      Status status = client.end();
      assertThat(status.getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
      assertThat(status.getDescription())
          .contains("must be that of a pool")
          .doesNotContain(TrialGateway.TOKEN);
    }
  }

  private static void greets(Hello.Builder hello, String reason) throws Exception {
    says(FromWorker.newBuilder().setHello(hello), reason);
  }

  private static void says(FromWorker.Builder message, String reason) throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.say(message);
      assertThat(client.refusal()).contains(reason);
    }
  }

  private static void triesTwice() throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.hello(proper().setPool("gold")).hello(proper());
      assertThat(client.refusal()).contains("which is plain; found gold");
    }
  }

  private static void fills() throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      for (int sent = 0; sent <= TrialGateway.LONGEST_MESSAGE; sent += PART) {
        client.say(chunk("x".repeat(PART), false));
      }
      assertThat(client.refusal()).contains("must be at most " + TrialGateway.LONGEST_MESSAGE);
    }
  }

  private static void bursts() throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.say(chunk("x".repeat(3 * PART), true));
      Status status = client.end();
      assertThat(status.getCode()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);
    }
  }

  private static void staysSilent() throws Exception {
    HostileClient client = HostileClient.connect(gateway.port());
    assertThat(client.endsWithin(Duration.ofMillis(50))).isFalse();
    // Left open on purpose: the gateway has to close without it.
  }

  @Test
  void whoSaysNothingIsTurnedAwayAfterTheLease() throws Exception {
    try (TrialGateway hasty = TrialGateway.open(1, Duration.ofMillis(300));
        HostileClient silent = HostileClient.connect(hasty.port())) {
      assertThat(silent.refusal()).contains("must say hello, and soon");
    }
  }

  @Test
  void moreWorkersThanItMayHaveAreRefused() throws Exception {
    Deque<HostileClient> crowd = new ArrayDeque<>();
    try (TrialGateway full = TrialGateway.open(1, Duration.ofSeconds(30))) {
      for (int i = 0; i < TrialGateway.MOST_WORKERS; i++) {
        HostileClient one = HostileClient.connect(full.port());
        crowd.add(one);
        one.hello(properHello("crowd-" + i));
        one.await(KindCase.WELCOME);
      }
      try (HostileClient late = HostileClient.connect(full.port())) {
        late.hello(properHello("late"));
        assertThat(late.refusal()).contains("must have at most " + TrialGateway.MOST_WORKERS);
      }
    } finally {
      crowd.forEach(HostileClient::close);
    }
  }

  private static void raw(byte[] bytes) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(50);
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        socket.getInputStream().read(new byte[1 << 12]);
      } catch (IOException e) {
        // cut off, or left without an answer
      }
    }
  }

  private static byte[] garbage(int count) {
    byte[] bytes = new byte[count];
    new Random(1804).nextBytes(bytes);
    return bytes;
  }

  private static byte[] prefaceAndGarbage() {
    byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
    byte[] all = garbage(10_000);
    System.arraycopy(preface, 0, all, 0, preface.length);
    return all;
  }

  @Test
  void silentStreamsDoNotKeepTheGatewayOpen() throws Exception {
    TrialGateway closing = TrialGateway.open(1, Duration.ofSeconds(5));
    try (HostileClient silent = HostileClient.connect(closing.port());
        HostileClient welcome = HostileClient.connect(closing.port())) {
      try (closing) {
        welcome.hello(proper());
        welcome.await(KindCase.WELCOME);
      }
      assertThat(silent.endsWithin(Duration.ofSeconds(5))).isTrue();
      assertThat(welcome.endsWithin(Duration.ofSeconds(5))).isTrue();
    }
  }
}
