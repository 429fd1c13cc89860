package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blocks that lose nothing when one thread carries them out from top to bottom: calls and
 * expressions only, all calls on one pool or none and in one kind of place, and each call waits for
 * the one before, by a value or by being a step.
 */
final class ChainFinder {

  private ChainFinder() {}

  /**
   * Finds the chain of a block.
   *
   * @param layout what its slots hold
   * @return null if it is none
   */
  static @Nullable Chain find(RowLayout layout, List<NodePlan> nodes, List<Input> results) {
    List<ChainStage> stages = new ArrayList<>(nodes.size());
    @Nullable TaskCallPlan last = null;
    Set<Integer> fromLast = new HashSet<>();
    for (NodePlan node : nodes) {
      boolean reads = node.control().stream().anyMatch(input -> fromLast.contains(input.slot()));
      if (node instanceof TaskCallPlan call) {
        if (last != null && (!together(last, call) || !(reads || last.step() || call.step()))) {
          return null;
        }
        fromLast.clear();
        fromLast.add(call.head().firstOutput());
        last = call;
        stages.add(
            new ChainStage.Call(
                call.head().id(),
                call.task(),
                call.receiver(),
                Inputs.of(call.arguments(), layout::varies),
                output(call.head())));
      } else if (node instanceof EvaluatePlan evaluate) {
        if (reads) {
          fromLast.add(evaluate.head().firstOutput());
        }
        stages.add(
            new ChainStage.Evaluation(
                evaluate.head().id(), evaluate.expression(), evaluate.head().firstOutput()));
      } else {
        return null;
      }
    }
    return last == null || results.size() > 1 ? null : chain(layout, nodes, stages, results);
  }

  /** Whether one replica, or a thread without one in one process, can carry out both. */
  private static boolean together(TaskCallPlan one, TaskCallPlan other) {
    PlacementPlan place = one.task().placement();
    return Objects.equals(one.receiver(), other.receiver())
        && place.equals(other.task().placement())
        && !place.isolated();
  }

  private static Chain chain(
      RowLayout layout, List<NodePlan> nodes, List<ChainStage> stages, List<Input> results) {
    Set<Integer> made = new HashSet<>();
    Set<Integer> reads = new TreeSet<>();
    Set<Integer> entry = new TreeSet<>();
    boolean entered = false;
    for (NodePlan node : nodes) {
      for (Input input : node instanceof TaskCallPlan call ? call.arguments() : node.control()) {
        if (input.isSlot() && !made.contains(input.slot())) {
          reads.add(input.slot());
          if (!entered) {
            entry.add(input.slot());
          }
        }
      }
      made.add(node.head().firstOutput());
      entered |= node instanceof TaskCallPlan;
    }
    Input result = results.isEmpty() ? Input.ofConstant(null) : results.get(0);
    if (result.isSlot() && !made.contains(result.slot())) {
      reads.add(result.slot());
    }
    LoneCall lone = LoneCall.find(stages, result, layout);
    return new Chain(
        layout.width(), stages, result, List.copyOf(entry), List.copyOf(reads), lone, null);
  }

  /** The chain of one call: its row is the arguments, then the result, then the pool. */
  static Chain single(NodeHead head, TaskPlan task, boolean ofActor) {
    int count = task.parameters().size();
    List<Integer> slots = new ArrayList<>();
    List<Input> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(i);
      arguments.add(Input.ofSlot(i));
    }
    int output = head.outputs() == 0 ? -1 : count;
    RowLayout layout = new RowLayout(count, count, count + (ofActor ? 2 : 1));
    Input receiver = ofActor ? Input.ofSlot(count + 1) : null;
    List<ChainStage> call =
        List.of(
            new ChainStage.Call(
                head.id(), task, receiver, Inputs.of(arguments, layout::varies), output));
    Input result = output < 0 ? Input.ofConstant(null) : Input.ofSlot(output);
    return new Chain(
        layout.width(), call, result, slots, slots, LoneCall.find(call, result, layout), null);
  }

  private static int output(NodeHead head) {
    return head.outputs() == 0 ? -1 : head.firstOutput();
  }
}
