package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.code.SpecFiles;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The specs that a workflow can reach through its sub-workflows, which may lead back to it. */
final class SpecGraph {

  private SpecGraph() {}

  static Map<String, WorkflowSpec> reachable(Code code, String workflowId) {
    Map<String, WorkflowSpec> specs = new LinkedHashMap<>();
    Map<String, String> callers = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(workflowId);
    while (!open.isEmpty()) {
      String id = open.remove();
      if (!specs.containsKey(id)) {
        WorkflowSpec spec =
            code.spec(id).orElseThrow(() -> new PlanException(missing(code, id, callers.get(id))));
        checkContract(spec);
        specs.put(id, spec);
        for (WorkflowInterface callee : spec.getWorkflowsList()) {
          callers.putIfAbsent(callee.getId(), id);
          open.add(callee.getId());
        }
      }
    }
    return Collections.unmodifiableMap(specs);
  }

  private static String missing(Code code, String id, @Nullable String caller) {
    String diagnosis =
        Doctor.examine(code, id)
            .orElse("Workflow " + id + " must have a spec beside its class; found none.");
    return caller == null ? diagnosis : diagnosis + "\n(It is called by " + caller + ".)";
  }

  private static void checkContract(WorkflowSpec spec) {
    if (spec.getContract() > SpecFiles.CONTRACT) {
      throw new PlanException(
          Doctor.ofAnotherVersion(
              spec, "Workflow " + spec.getInterface().getId() + " cannot be read."));
    }
  }
}
