package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chain that comes to one call and answers its result: before it, at most values are unboxed that
 * come from elsewhere. Most maps are, and a million elements are worth a shorter way. Immutable.
 *
 * @param task what is called; without a timeout or deadline
 * @param arguments what it is called with; boxes are read where they come from
 * @param unboxed for each stage before the call the slot that must not be null
 */
@SuppressWarnings("ArrayRecordComponent") // read for each element, never compared
public record LoneCall(TaskPlan task, Inputs arguments, int[] unboxed) {

  static @Nullable LoneCall find(List<ChainStage> stages, Input result, RowLayout layout) {
    int end = stages.size() - 1;
    if (!(stages.get(end) instanceof ChainStage.Call call)
        || call.task().policy().timed()
        || !answers(call, result)) {
      return null;
    }
    Map<Integer, Integer> origins = new HashMap<>();
    int[] unboxed = new int[end];
    for (int i = 0; i < end; i++) {
      if (!(stages.get(i) instanceof ChainStage.Evaluation evaluation)
          || evaluation.expression().unboxed() < 0) {
        return null;
      }
      int slot = evaluation.expression().unboxed();
      unboxed[i] = origins.getOrDefault(slot, slot);
      origins.put(evaluation.output(), unboxed[i]);
    }
    List<Input> read = new ArrayList<>();
    for (Input argument : call.arguments().all()) {
      Integer origin = origins.get(argument.slot());
      read.add(origin == null ? argument : Input.ofSlot(origin));
    }
    return new LoneCall(call.task(), Inputs.of(read, layout::varies), unboxed);
  }

  private static boolean answers(ChainStage.Call call, Input result) {
    return call.output() >= 0
        ? result.slot() == call.output()
        : !result.isSlot() && result.constant() == null;
  }
}
