package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.NodeKind.TaskCall;
import dev.jacquard.processor.model.Operand.ValueOperand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.PoolType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds whose pools the tasks of actors are called on: a subclass's, for one that it inherits. */
final class ActorTasks {

  private final Map<String, String> actors = new TreeMap<>();

  private ActorTasks() {}

  /** The id of an actor for each task that is called on a pool, the least where there are more. */
  static Map<String, String> of(GraphBlock body) {
    ActorTasks found = new ActorTasks();
    found.search(body);
    return found.actors;
  }

  private void search(GraphBlock block) {
    List<ValueType> types = new ArrayList<>(block.parameters());
    for (Node node : block.nodes()) {
      if (node.kind() instanceof TaskCall call
          && call.receiver().orElse(null) instanceof ValueOperand receiver
          && types.get(receiver.index()) instanceof PoolType pool) {
        actors.merge(
            call.task(), pool.actor(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
      } else if (node.kind() instanceof MapNode map) {
        search(map.body());
      } else if (node.kind() instanceof Branch branch) {
        branch.arms().forEach(this::search);
      }
      types.addAll(node.outputs());
    }
  }
}
