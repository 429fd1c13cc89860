package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The specs that a workflow can reach through its sub-workflows, which may lead back to it. */
final class SpecGraph {

  /** The contract that this engine knows. */
  static final int CONTRACT = 1;

  private SpecGraph() {}

  static Map<String, WorkflowSpec> reachable(Code code, String workflowId) {
    Map<String, WorkflowSpec> specs = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(workflowId);
    while (!open.isEmpty()) {
      String id = open.remove();
      if (!specs.containsKey(id)) {
        WorkflowSpec spec = code.spec(id).orElseThrow(() -> new PlanException(missing(code, id)));
        checkContract(spec, id);
        specs.put(id, spec);
        spec.getWorkflowsList().stream().map(WorkflowInterface::getId).forEach(open::add);
      }
    }
    return Collections.unmodifiableMap(specs);
  }

  private static String missing(Code code, String id) {
    return Doctor.examine(code, id)
        .orElse("Workflow " + id + " must have a spec beside its class; found none.");
  }

  private static void checkContract(WorkflowSpec spec, String id) {
    if (spec.getContract() > CONTRACT) {
      throw new PlanException(
          "Workflow "
              + id
              + " must be written in contract "
              + CONTRACT
              + " or older; found contract "
              + spec.getContract()
              + ", from "
              + writer(spec)
              + ". Use an engine at least as new as the processor.");
    }
  }

  static String writer(WorkflowSpec spec) {
    return spec.getCompiler().isEmpty()
        ? "an unknown processor"
        : "processor " + spec.getCompiler();
  }
}
