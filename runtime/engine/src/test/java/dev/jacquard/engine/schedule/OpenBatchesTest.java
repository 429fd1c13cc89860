package dev.jacquard.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenBatchesTest {

  private static final Chain CHAIN =
      new Chain(1, List.of(), new Input(0, null), List.of(), List.of(), null, null);

  private final OpenBatches open = new OpenBatches();

  private Batch batch(int from, int to) {
    Batch batch = new Batch(new Batch.Work(CHAIN, Start.FIRST, null, null, null, false), from, to);
    open.add(batch, 0);
    return batch;
  }

  @Test
  void batchThatHasNotBegunHasDoneNothingWhenItIsCancelled() {
    Batch batch = batch(5, 9);
    batch.lowerLimit(0);
    assertThat(open.ended(batch).done()).isZero();
  }

  @Test
  void elementThatWasClaimedAndIsNotWantedIsNotDone() {
    Batch batch = batch(5, 9);
    batch.claim();
    batch.claim();
    batch.lowerLimit(6);
    assertThat(open.ended(batch).done()).isEqualTo(1);
  }
}
