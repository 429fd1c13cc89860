package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.OffloadTrials;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the results of an assignment are sent. */
class AssignedBatchTest {

  private static final int COUNT = 5_000;

  private final Chain chain =
      Planner.plan(
              LoaderCode.of(OffloadTrials.class), OffloadTrials.class.getName() + ".manyNumbered")
          .chain(0);
  private final Wire wire = new Wire();
  private final AssignedBatch batch =
      new AssignedBatch(
          Assign.newBuilder().setAssignment(7).setTo(COUNT).build(),
          chain,
          SharedValues.NONE,
          null,
          wire);

  /** Keeps what is sent. */
  private final class Wire implements Link {
    final List<FromWorker> sent = new CopyOnWriteArrayList<>();
    int waits;
    int room = Integer.MAX_VALUE;
    boolean wornOut;

    @Override
    public void send(FromWorker.Builder message) {
      FromWorker built = message.build();
      if (built.getSerializedSize() > room) {
        throw new OutOfMemoryError("Java heap space");
      }
      sent.add(built);
    }

    @Override
    public long awaitRoom() {
      assertThat(Thread.holdsLock(batch)).as("others have to wait as well").isFalse();
      waits++;
      return 0;
    }

    @Override
    public OffloadTarget offload() {
      return OffloadTarget.NONE;
    }

    @Override
    public OffloadSource offloaded() {
      return OffloadSource.NONE;
    }

    @Override
    public long now() {
      return 0;
    }

    @Override
    public void wornOut() {
      wornOut = true;
    }

    @Override
    public void ended(AssignedBatch ended) {}

    /** What has arrived, each in its place. */
    List<Object> results() {
      List<Object> all = new ArrayList<>();
      for (FromWorker message : sent) {
        Results report = reportIn(message);
        assertThat(report.getFrom()).isEqualTo(all.size());
        all.addAll(ChainColumns.readResults(chain, report, OffloadSource.NONE));
        if (message.hasFailed()) {
          assertThat(message.getFailed().getElement()).isEqualTo(all.size());
          all.add("failed");
        }
      }
      return all;
    }

    private Results reportIn(FromWorker message) {
      if (message.hasFailed()) {
        return message.getFailed().getResults();
      }
      return message.hasEnded() ? message.getEnded().getResults() : message.getResults();
    }
  }

  private List<String> store(int count, int length) {
    List<String> texts =
        IntStream.range(0, count).mapToObj(i -> "%07d".formatted(i) + "x".repeat(length)).toList();
    for (int i = 0; i < count; i++) {
      batch.store(i, texts.get(i));
    }
    return texts;
  }

  private void end() {
    batch.ended(batch.batch(), 1);
    assertThat(wire.sent.get(wire.sent.size() - 1).hasEnded()).isTrue();
  }

  @Test
  void shortResultsGoInFewMessages() {
    List<String> texts = store(COUNT, 1);
    end();
    assertThat(wire.results()).isEqualTo(texts);
    assertThat(wire.sent).hasSizeLessThan(8);
    assertThat(wire.wornOut).isFalse();
  }

  @Test
  void messagesOfLongResultsStayShort() {
    List<String> texts = store(200, 100_000);
    end();
    assertThat(wire.results()).isEqualTo(texts);
    assertThat(wire.sent.stream().mapToInt(FromWorker::getSerializedSize).skip(1))
        .allMatch(size -> size < 1_200_000);
    assertThat(wire.sent.get(0).getSerializedSize()).isLessThan(2_000_000);
  }

  @Test
  void messagesStayShortWhenLongResultsFollowShortOnes() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      texts.add(i < 4_000 ? "x" : "x".repeat(100_000));
      batch.store(i, texts.get(i));
    }
    end();
    assertThat(wire.results()).isEqualTo(texts);
    assertThat(wire.sent.stream().mapToInt(FromWorker::getSerializedSize))
        .allMatch(size -> size < 1_200_000);
  }

  @Test
  void whoMakesLongResultsWaitsForRoomAfterSome() {
    store(100, 100_000);
    assertThat(wire.waits).isBetween(6, 100);
  }

  @Test
  void whoIsNotWantedAnyMoreDoesNotWait() {
    batch.batch().claim();
    batch.batch().lowerLimit(0);
    store(100, 100_000);
    assertThat(wire.waits).isZero();
  }

  @Test
  void whatThereIsNoRoomToSendAtOnceIsSentByAndBy() {
    wire.room = 200_000;
    List<String> texts = store(50, 100_000);
    end();
    assertThat(wire.results()).isEqualTo(texts);
    assertThat(wire.wornOut).isFalse();
  }

  @Test
  void resultThereIsNoRoomForFailsAndNoOther() {
    wire.room = 200_000;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add("x".repeat(i == 20 || i == 59 ? 300_000 : 10_000));
      batch.store(i, texts.get(i));
    }
    end();
    List<String> expected = new ArrayList<>(texts);
    expected.set(20, "failed");
    expected.set(59, "failed");
    assertThat(wire.results()).isEqualTo(expected);
    assertThat(wire.wornOut).isTrue();
  }

  @Test
  void elementThatFailsComesAfterTheResultsBeforeIt() throws Exception {
    batch.batch().claim();
    List<String> texts = store(40, 1);
    ElementFailure failure =
        new ElementFailure(
            40,
            0,
            new Object[chain.width()],
            new IllegalStateException("no"),
            FailureKind.USER,
            Long.MAX_VALUE);
    Thread decider =
        new Thread(
            () -> {
              while (wire.sent.stream().noneMatch(FromWorker::hasFailed)) {
                Thread.onSpinWait();
              }
              batch.answered(40, true);
            });
    decider.start();
    assertThat(batch.failed(batch.batch(), failure)).isTrue();
    decider.join();
    batch.store(41, "later");
    end();
    List<String> expected = new ArrayList<>(texts);
    expected.add("failed");
    expected.add("later");
    assertThat(wire.results()).isEqualTo(expected);
  }
}
