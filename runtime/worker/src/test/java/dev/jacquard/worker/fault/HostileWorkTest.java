package dev.jacquard.worker.fault;

import static dev.jacquard.worker.fault.HostileClient.properHello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.jacquard.engine.Execution;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Goodbye;
import dev.jacquard.worker.v1.ToWorker.KindCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A client that is welcome and given work, and then misbehaves, while an honest worker carries out
 * the same map.
 */
@Timeout(60)
class HostileWorkTest {

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<Integer> NUMBERS = IntStream.range(0, 2_000).boxed().toList();
  private static final List<Integer> DOUBLED = NUMBERS.stream().map(n -> 2 * n).toList();

  /** What a client does with its work. */
  interface Misdeed {
    void commit(Scene scene) throws Exception;
  }

  /** A map that is held up at a gate, with a batch in the hands of the client. */
  record Scene(
      TrialGateway gateway,
      HostileClient client,
      Assign work,
      Execution<List<Integer>> map,
      Gate gate) {

    Reports reports() {
      return new Reports(work);
    }

    /** The map ends right. */
    void endsRight() throws Exception {
      gate.open();
      assertThat(map.await(PATIENCE)).isEqualTo(DOUBLED);
      assertThat(map.progress()).allMatch(progress -> progress.done() == progress.total());
    }

    /** The client is dismissed with a reason, and the map ends right. */
    void endsRightWithout(String reason) throws Exception {
      assertThat(client.refusal()).contains(reason);
      endsRight();
    }

    /** The client leaves as it should, and the map ends right. */
    void endsRightWhenTheClientLeaves() throws Exception {
      client.say(FromWorker.newBuilder().setGoodbye(Goodbye.getDefaultInstance()));
      endsRight();
    }
  }

  private TrialGateway gateway;

  @BeforeEach
  void open() {
    gateway = TrialGateway.open(2, LEASE);
    gateway.connect("honest", 1);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicTest> mapEndsRight() {
    return tests(Misdeeds.all());
  }

  private Stream<DynamicTest> tests(Map<String, Misdeed> misdeeds) {
    return misdeeds.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> perform(entry.getValue())));
  }

  private void perform(Misdeed misdeed) throws Exception {
    String name = UUID.randomUUID().toString();
    Gate gate = Gate.named(name);
    try (HostileClient client = HostileClient.connect(gateway.port());
        Complaints complaints = Complaints.listen()) {
      Execution<List<Integer>> map =
          gateway.runtime().start(MarkedWorkflows.throughGate(NUMBERS, name));
      gate.awaitCall();
      client.hello(properHello("hostile"));
      client.await(KindCase.WELCOME);
      misdeed.commit(new Scene(gateway, client, client.work(), map, gate));
      assertThat(complaints.errors()).isEmpty();
      List<String> more = List.of("still", "there");
      assertThat(gateway.runtime().start(MarkedWorkflows.echoes(more)).await(PATIENCE))
          .isEqualTo(more);
    } catch (Throwable failed) {
      gate.open();
      replaceGateway();
      throw failed;
    } finally {
      gate.open();
    }
  }

  // What was done to it must not be blamed on the next.
  private void replaceGateway() {
    close();
    open();
  }
}
