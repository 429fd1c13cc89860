package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import org.jspecify.annotations.Nullable;

/** The rest of a chain for one element of a map, after an attempt of it has failed. */
final class ElementCall extends CallRun {

  private final ChainMap map;
  private final int index;

  ElementCall(ChainMap map, Chain chain, int index, @Nullable Object[] row) {
    super(map.scheduler(), map.share(), chain, map.gate(), row);
    this.map = map;
    this.index = index;
  }

  // What the body captures is read here, and not with each element.
  @Override
  public void begin(@Nullable Object[] row) {
    load(0, row);
  }

  int index() {
    return index;
  }

  @Override
  void succeeded(@Nullable Object result) {
    map.elementSucceeded(index, result);
  }

  @Override
  void failed(Fault fault) {
    map.callFailed(index, fault);
  }

  @Override
  void cancelled() {
    map.elementCancelled(index);
  }

  @Override
  Place place(ChainStage stage) {
    return map.place(index, stage);
  }

  @Override
  void attemptFailed() {
    map.counter().failedAttempt();
  }

  @Override
  void running(int change) {
    map.counter().running(change);
  }

  @Override
  int rankStage() {
    return stage();
  }

  @Override
  int rankIndex() {
    return index;
  }
}
