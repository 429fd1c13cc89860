package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.ElementFailure;
import java.util.function.Predicate;

/** Posts what happens to a batch to the scheduler. */
final class BatchPost implements BatchListener {

  private final BatchOwner owner;
  private final Effects effects;
  private final Predicate<ElementFailure> goesOn;

  BatchPost(BatchOwner owner, Effects effects, Predicate<ElementFailure> goesOn) {
    this.owner = owner;
    this.effects = effects;
    this.goesOn = goesOn;
  }

  @Override
  public boolean failed(Batch batch, ElementFailure failure) {
    effects.post(new Event.Failed(owner, batch, failure));
    return goesOn.test(failure);
  }

  @Override
  public void takenBack(Batch batch, int from, int to) {
    effects.post(new Event.TakenBack(owner, batch, from, to));
  }

  @Override
  public void ended(Batch batch, long nanos) {
    effects.post(new Event.Ended(owner, batch, nanos));
  }
}
