package dev.jacquard.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.worker.OffloadTrials;
import dev.jacquard.worker.v1.Assign;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many elements go in an assignment. */
class AssignmentWriterTest {

  private static final int COUNT = 1_000;

  private final byte[] longOne = new byte[900_000];
  private final Chain chain =
      Planner.plan(LoaderCode.of(OffloadTrials.class), OffloadTrials.class.getName() + ".sizes")
          .chain(0);

  /** Nothing is heard of it. */
  private static final class Silent implements CallSite, BatchListener {
    @Override
    public String executionId() {
      return "execution";
    }

    @Override
    public OptionalInt elementIndex(int element) {
      return OptionalInt.of(element);
    }

    @Override
    public String callKey(int element, int stage) {
      return "call[" + element + "]";
    }

    @Override
    public boolean failed(Batch batch, ElementFailure failure) {
      return false;
    }

    @Override
    public void takenBack(Batch batch, int from, int to) {}

    @Override
    public void ended(Batch batch, long nanos) {}
  }

  private AssignmentWriter write(IntFunction<byte[]> values) {
    int slot = chain.reads().iterator().next();
    Elements elements =
        new Elements() {
          @Override
          public void load(int index, @Nullable Object[] row) {
            row[slot] = values.apply(index);
          }

          @Override
          public void store(int index, @Nullable Object result) {}
        };
    Silent silent = new Silent();
    Batch batch =
        new Batch(
            new Batch.Work(chain, Start.FIRST, elements, silent, silent, false), 0, COUNT, null);
    AssignmentWriter writer = new AssignmentWriter(batch, OffloadTarget.NONE);
    Assign.Builder assign = Assign.newBuilder();
    writer.write(assign, 0, COUNT, 0);
    assertThat(assign.getTo()).isEqualTo(writer.to());
    assertThat(assign.build().getSerializedSize()).isLessThan(100 << 20);
    return writer;
  }

  @Test
  void allGoIfTheyAreShort() {
    assertThat(write(i -> new byte[100]).to()).isEqualTo(COUNT);
  }

  @Test
  void fewGoIfTheyAreLong() {
    assertThat(write(i -> longOne).to()).isBetween(30, 75);
  }

  @Test
  void fewGoIfAllButTheFirstAreLong() {
    assertThat(write(i -> i == 0 ? new byte[1] : longOne).to()).isBetween(30, 80);
  }

  @Test
  void fewGoIfTheLastHalfIsLong() {
    assertThat(write(i -> i < COUNT / 2 ? new byte[1] : longOne).to()).isEqualTo(COUNT / 2);
  }
}
