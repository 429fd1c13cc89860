package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.worker.OffloadTrials;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;
import java.util.ArrayList;
import java.util.List;
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
    final List<FromWorker> sent = new ArrayList<>();
    int waits;

    @Override
    public void send(FromWorker.Builder message) {
      sent.add(message.build());
    }

    @Override
    public void awaitRoom() {
      assertThat(Thread.holdsLock(batch)).as("others have to wait as well").isFalse();
      waits++;
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
      throw new AssertionError("There is room enough.");
    }

    @Override
    public void ended(AssignedBatch ended) {}

    /** What has arrived, each in its place. */
    List<Object> results() {
      List<Object> all = new ArrayList<>();
      for (FromWorker message : sent) {
        Results report =
            message.hasEnded() ? message.getEnded().getResults() : message.getResults();
        assertThat(report.getFrom()).isEqualTo(all.size());
        all.addAll(ChainColumns.readResults(chain, report, OffloadSource.NONE));
      }
      return all;
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
  void whoMakesResultsWaitsForRoomAfterEach() {
    store(100, 1);
    assertThat(wire.waits).isEqualTo(100);
  }
}
