package dev.jacquard.engine.plan;

import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Clause;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.WorkflowPolicy;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds steps: calls of tasks without a result or with effects, calls whose result is thrown away,
 * sleeps, pools let go of, every call under {@code order = SOURCE}, and all that holds a step.
 */
final class StepFinder {

  private final WorkflowSpec spec;
  private final Set<String> stepping;

  StepFinder(WorkflowSpec spec, Set<String> stepping) {
    this.spec = spec;
    this.stepping = stepping;
  }

  /** Returns the workflows that hold a step, found by going round until no more are found. */
  static Set<String> workflowsWithSteps(Map<String, WorkflowSpec> specs) {
    Set<String> stepping = new HashSet<>();
    int before;
    do {
      before = stepping.size();
      specs.forEach(
          (id, spec) -> {
            if (new StepFinder(spec, stepping).holdsStep(spec.getBody())) {
              stepping.add(id);
            }
          });
    } while (stepping.size() > before);
    return stepping;
  }

  boolean isStep(Node node) {
    return switch (node.getKindCase()) {
      case TASK_CALL -> isStep(node.getTaskCall());
      case SUB_WORKFLOW ->
          inSourceOrder()
              || stepping.contains(spec.getWorkflows(node.getSubWorkflow().getWorkflow()).getId());
      case SLEEP, RELEASE -> true;
      default -> blocks(node).stream().anyMatch(this::holdsStep);
    };
  }

  private boolean isStep(TaskCall call) {
    TaskInterface task = spec.getTasks(call.getTask());
    return call.getDiscarded()
        || inSourceOrder()
        || !task.hasResult()
        || task.getPolicy().getEffects();
  }

  private boolean inSourceOrder() {
    return spec.getPolicy().getOrder() == WorkflowPolicy.Order.SOURCE;
  }

  private boolean holdsStep(Block block) {
    return block.getNodesList().stream().anyMatch(this::isStep);
  }

  private static List<Block> blocks(Node node) {
    return switch (node.getKindCase()) {
      case MAP -> List.of(node.getMap().getBody());
      case REDUCE -> List.of(node.getReduce().getCombine());
      case BRANCH -> node.getBranch().getArmsList();
      case LOOP -> List.of(node.getLoop().getBody());
      case PARALLEL -> node.getParallel().getBodiesList();
      case GUARD -> {
        List<Block> blocks = new ArrayList<>();
        blocks.add(node.getGuard().getBody());
        node.getGuard().getClausesList().stream().map(Clause::getBody).forEach(blocks::add);
        blocks.add(node.getGuard().getFinalizer());
        yield blocks;
      }
      default -> List.of();
    };
  }
}
