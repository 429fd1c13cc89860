package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.CallKey;
import java.util.OptionalInt;

/** Where the calls of an assignment stand in the execution. */
record AssignedSite(Assign assign) implements CallSite {

  @Override
  public String executionId() {
    return assign.getSite().getExecution();
  }

  @Override
  public OptionalInt elementIndex(int index) {
    return assign.getSite().hasElement()
        ? OptionalInt.of(assign.getSite().getElement() + index - assign.getFrom())
        : OptionalInt.empty();
  }

  @Override
  public String callKey(int index, int stage) {
    CallKey key = assign.getSite().getKeys(stage);
    return key.getAfter().isEmpty() ? key.getBefore() : key.getBefore() + index + key.getAfter();
  }
}
