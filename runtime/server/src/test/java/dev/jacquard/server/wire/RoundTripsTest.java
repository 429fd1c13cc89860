package dev.jacquard.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.BlobRef;
import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.FailureLocation;
import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.spec.v1.BlobValue;
import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Entries;
import dev.jacquard.spec.v1.OptionalValue;
import dev.jacquard.spec.v1.OutcomeValue;
import dev.jacquard.spec.v1.RecordValue;
import dev.jacquard.spec.v1.Split;
import dev.jacquard.spec.v1.Value;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said comes out at the other end as it went in. */
class RoundTripsTest {

  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000, 123_456_789);
  private static final Failure FAILURE =
      new Failure(List.of("shop.Full", "java.lang.Throwable"), "half a pair: \ud800");

  static Stream<ExecutionEvent> events() {
    return Stream.of(
        new ExecutionEvent.ExecutionStarted(TIME, "id", "shop.Flow.run"),
        new ExecutionEvent.ExecutionFinished(TIME, ExecutionStatus.SUCCEEDED, Optional.empty()),
        new ExecutionEvent.ExecutionFinished(TIME, ExecutionStatus.FAILED, Optional.of(FAILURE)),
        new ExecutionEvent.ExecutionFinished(TIME, ExecutionStatus.CANCELLED, Optional.empty()),
        new ExecutionEvent.NodeStarted(TIME, "flags"),
        new ExecutionEvent.NodeFinished(TIME, "flags"),
        new ExecutionEvent.NodeFailed(
            TIME, "flags", new Failure(List.of("java.lang.Throwable"), null)),
        new ExecutionEvent.AttemptFailed(
            TIME, "flags/check", List.of(3, 4), 2, FAILURE, Optional.of(Duration.ofMillis(5))),
        new ExecutionEvent.AttemptFailed(
            TIME, "flags/check", List.of(), 1, FAILURE, Optional.empty()),
        new ExecutionEvent.MapAdvanced(TIME, new MapProgress("flags", 10, 7, 2, 1)),
        new ExecutionEvent.PoolChanged(TIME, new PoolProgress("detector", 1, 2, 3, 4)),
        new ExecutionEvent.ReplicaFailed(
            TIME, "detector", 3, FAILURE, Optional.of(Duration.ofSeconds(1))),
        new ExecutionEvent.ReplicaFailed(TIME, "detector", 1, FAILURE, Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void events(ExecutionEvent event) {
    assertThat(Events.fromProto(Events.toProto(event))).contains(event);
  }

  @Test
  void failuresOfExecutions() {
    FailureLocation location =
        new FailureLocation("shop.Flow.run", "flags/check", List.of(3, 4), 2);
    ExecutionFailedException thrown =
        new ExecutionFailedException(location, FAILURE, new IllegalStateException("full"));
    ExecutionFailedException found = Endings.failure("shop.Flow.run", Endings.failed(thrown));
    assertThat(found.location()).isEqualTo(location);
    assertThat(found.failure()).isEqualTo(FAILURE);
    assertThat(found.getCause()).hasToString("java.lang.IllegalStateException: full");
    assertThat(Endings.status(Endings.failed(thrown))).isEqualTo(ExecutionStatus.FAILED);
    assertThat(Endings.status(Endings.cancelled())).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(Endings.status(Endings.succeeded(ByteString.EMPTY)))
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void theMannerInWhichCallsAreCarriedOut() {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7440);
    PodSettings pods =
        new PodSettings(
            "team/app:1",
            "engine:7440",
            3,
            List.of("-Xmx64m"),
            Duration.ofSeconds(61),
            Duration.ofSeconds(31),
            Duration.ofSeconds(62));
    KubernetesOptions said =
        KubernetesOptions.advertise("caller", here, "team/app:1").toBuilder()
            .pods(pods)
            .mixedJava(true)
            .mostPods(7)
            .idle(Duration.ofSeconds(8))
            .patience(Patience.of(Duration.ofSeconds(9)))
            .lease(Duration.ofSeconds(11))
            .offloadAbove(12)
            .build();
    Manner manner = Manners.of(said, true, "default: {}");
    KubernetesOptions heard =
        Manners.apply(manner, KubernetesOptions.advertise("engine", here, "team/app:1")).build();
    assertThat(manner.getStrict()).isTrue();
    assertThat(manner.getProfiles()).isEqualTo("default: {}");
    assertThat(heard.host()).isEqualTo("engine");
    assertThat(heard.pods().image()).isEqualTo("team/app:1");
    assertThat(heard.pods().connect()).isEqualTo("engine:7440");
    assertThat(heard.pods().slots()).isEqualTo(3);
    assertThat(heard.pods().javaOptions()).containsExactly("-Xmx64m");
    assertThat(heard)
        .usingRecursiveComparison()
        .comparingOnlyFields("mixedJava", "mostPods", "idle", "patience", "lease", "offloadAbove")
        .isEqualTo(said);
  }

  @Test
  void blobsAreFoundWhereverTheyAreInAValue() {
    Value all =
        Value.newBuilder()
            .setSplit(
                Split.newBuilder()
                    .addParts(
                        Value.newBuilder().setElements(Elements.newBuilder().addValues(blob(1))))
                    .addParts(
                        Value.newBuilder()
                            .setEntries(Entries.newBuilder().addKeys(blob(2)).addValues(blob(3))))
                    .addParts(
                        Value.newBuilder()
                            .setOptional(OptionalValue.newBuilder().setValue(blob(4))))
                    .addParts(
                        Value.newBuilder()
                            .setRecord(RecordValue.newBuilder().addComponents(blob(5))))
                    .addParts(
                        Value.newBuilder()
                            .setOutcome(OutcomeValue.newBuilder().setSucceeded(blob(6)))))
            .build();
    assertThat(BlobsInValues.of(all))
        .extracting(BlobRef::size)
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(BlobsInValues.of(Value.getDefaultInstance())).isEmpty();
  }

  private static Value blob(int size) {
    return Value.newBuilder()
        .setBlob(BlobValue.newBuilder().setDigest("a".repeat(63) + size).setSize(size))
        .build();
  }
}
