package dev.jacquard.worker.fault;

import static dev.jacquard.worker.fault.HostileClient.properHello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.Execution;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.ToWorker.KindCase;
import dev.jacquard.worker.v1.Welcome;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that refer to what they should not, or what is not there. */
@Timeout(60)
class HostileOffloadTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<Integer> NUMBERS = IntStream.range(0, 2_000).boxed().toList();
  private static final List<String> TEXTS = List.of("some text", "another text");
  private static final String NOBODYS =
      "0000000000000000000000000000000000000000000000000000000000000000";

  @TempDir Path store;

  private TrialGateway gateway;

  @BeforeEach
  void open() {
    gateway = TrialGateway.offloading(2, Duration.ofSeconds(3), store);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private static Offloaded.Builder refer(String digest, long size) {
    return Offloaded.newBuilder()
        .setBlob(Blob.newBuilder().setDigest(digest).setSize(size))
        .setCopy(1);
  }

  private Path onlyValue() throws IOException {
    try (Stream<Path> values = Files.list(gateway.offloaded().resolve("values"))) {
      return values.findFirst().orElseThrow();
    }
  }

  @Test
  void workerThatCannotReadOffloadedValuesGetsThemInMessages() throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.hello(properHello("old"));
      assertThat(client.await(KindCase.WELCOME).getWelcome().getOffloadTo()).isEmpty();
      Execution<List<String>> map = gateway.runtime().start(MarkedWorkflows.echoes(TEXTS));
      Assign work = client.work();
      assertThat(work.getColumnsList()).allMatch(column -> column.getOffloadedCount() == 0);
      assertThat(work.getColumns(0).getValues().toStringUtf8()).contains("some text");
      map.cancel();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, " + NOBODYS + ", 12, must be where its message says",
    "true, ../../secret, 12, A digest must be",
    "true, " + NOBODYS + ", 1000000000000, must have at most",
    "false, " + NOBODYS + ", 12, must share the folder",
  })
  void resultThatIsNotThereFailsTheCall(boolean shares, String digest, long size, String reason)
      throws Exception {
    failsBy(shares, refer(digest, size), reason);
  }

  @Test
  void damagedResultFailsTheCall() throws Exception {
    Path place = Files.createDirectories(gateway.offloaded().resolve("worker-1"));
    Files.write(place.resolve(NOBODYS + "-1"), new byte[12]);
    failsBy(true, refer(NOBODYS, 12), "must be those that its message names");
    assertThat(place.resolve(NOBODYS + "-1")).doesNotExist();
  }

  @Test
  void valueOfTheEngineIsNoResultOfAWorker() throws Exception {
    Path values = Files.createDirectories(gateway.offloaded().resolve("values"));
    Files.writeString(values.resolve(NOBODYS), "secret");
    failsBy(true, refer(NOBODYS, 6), "must be where its message says");
  }

  private void failsBy(boolean shares, Offloaded.Builder offloaded, String reason)
      throws Exception {
    String gate = UUID.randomUUID().toString();
    Gate.named(gate).open();
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.hello(properHello("hostile").setTakesOffloaded(true).setSharesFolder(shares));
      Welcome welcome = client.await(KindCase.WELCOME).getWelcome();
      assertThat(welcome.getOffloadTo()).isEqualTo(shares ? "worker-1" : "");
      Execution<List<Integer>> map =
          gateway.runtime().start(MarkedWorkflows.throughGate(NUMBERS, gate));
      Reports reports = new Reports(client.work());
      Results.Builder results =
          reports.right(reports.work().getFrom(), reports.work().getFrom() + 1);
      client.say(Reports.say(results.addOffloaded(offloaded)));
      assertThatThrownBy(() -> map.await(PATIENCE))
          .isInstanceOf(ExecutionFailedException.class)
          .hasMessageContaining("The result must survive encoding")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void failureWithWhatIsNotThereEndsTheStreamAndTheMapEndsRight() throws Exception {
    String gate = UUID.randomUUID().toString();
    Gate.named(gate).open();
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.hello(properHello("hostile").setSharesFolder(true));
      client.await(KindCase.WELCOME);
      Execution<List<Integer>> map =
          gateway.runtime().start(MarkedWorkflows.throughGate(NUMBERS, gate));
      Reports reports = new Reports(client.work());
      Slot made = Slot.newBuilder().setSlot(0).setOffloaded(refer(NOBODYS, 12)).build();
      client.say(Reports.say(reports.failed().addMade(made)));
      assertThat(client.refusal()).contains("A failure must be readable");
      gateway.connect("honest", 1);
      assertThat(map.await(PATIENCE)).isEqualTo(NUMBERS.stream().map(n -> 2 * n).toList());
    }
  }

  @Test
  void inputThatIsGoneOrDamagedFailsTheCallThatNeedsIt() throws Exception {
    gateway.connect("honest", 1);
    assertThat(gateway.runtime().run(MarkedWorkflows.sent("twelve chars"))).isEqualTo(12);
    Path value = onlyValue();
    byte[] right = Files.readAllBytes(value);
    Files.write(value, new byte[right.length]);
    assertThatThrownBy(() -> gateway.runtime().run(MarkedWorkflows.sent("twelve chars")))
        .isInstanceOf(ExecutionFailedException.class)
        .hasMessageContaining("What a task is given must be readable where it runs")
        .hasMessageContaining("must be those that its message names");
    Files.delete(value);
    assertThat(gateway.runtime().run(MarkedWorkflows.sent("twelve chars"))).isEqualTo(12);
  }

  @Test
  void valueIsGivenOnlyToThePoolThatItWasOffloadedTo() throws Exception {
    try (HostileClient client = HostileClient.connect(gateway.port())) {
      client.hello(properHello("remote").setTakesOffloaded(true));
      client.await(KindCase.WELCOME);
      Execution<List<String>> map = gateway.runtime().start(MarkedWorkflows.echoes(TEXTS));
      Blob blob = client.work().getColumns(0).getOffloaded(0).getBlob();
      assertThat(client.fetch(blob).toStringUtf8()).contains("some text");
      Path other = gateway.offloaded().resolve("values").resolve(NOBODYS);
      Files.writeString(other, "not offered");
      assertThat(client.fetchFails(blob.toBuilder().setDigest(NOBODYS).setSize(11).build()))
          .isEqualTo(Status.Code.NOT_FOUND);
      assertThat(client.fetchFails(blob.toBuilder().setDigest("../" + NOBODYS).build()))
          .isEqualTo(Status.Code.NOT_FOUND);
      map.cancel();
    }
  }
}
