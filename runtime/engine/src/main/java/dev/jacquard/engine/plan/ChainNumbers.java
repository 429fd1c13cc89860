package dev.jacquard.engine.plan;

import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the chains of one workflow, in the order in which its blocks are compiled. */
final class ChainNumbers {

  private final WorkflowSpec spec;
  private final TypeTable types;
  private final List<Chain> chains = new ArrayList<>();

  ChainNumbers(WorkflowSpec spec, TypeTable types) {
    this.spec = spec;
    this.types = types;
  }

  List<Chain> all() {
    return chains;
  }

  /** Numbers the chain of a block, if it has one. */
  @Nullable Chain number(@Nullable Chain chain, Block block) {
    if (chain == null) {
      return null;
    }
    List<@Nullable ValueType> slots = new ArrayList<>(chain.width());
    block.getParametersList().forEach(type -> slots.add(valueType(type)));
    for (Node node : block.getNodesList()) {
      node.getOutputsList().forEach(type -> slots.add(valueType(type)));
    }
    return add(chain, slots);
  }

  /** Numbers the chain of a single call. */
  Chain number(Chain chain, TaskPlan task) {
    List<@Nullable ValueType> slots = new ArrayList<>(chain.width());
    task.parameters().forEach(parameter -> slots.add(parameter.type()));
    slots.add(task.result());
    return add(chain, slots);
  }

  private Chain add(Chain chain, List<@Nullable ValueType> slots) {
    Chain numbered =
        chain.from(
            new ChainSource(spec.getInterface().getId(), spec.getVersion(), chains.size(), slots));
    chains.add(numbered);
    return numbered;
  }

  private @Nullable ValueType valueType(Type type) {
    return switch (type.getKindCase()) {
      case POOL, CAUGHT, KIND_NOT_SET -> null;
      default -> new ValueType(type, types);
    };
  }
}
