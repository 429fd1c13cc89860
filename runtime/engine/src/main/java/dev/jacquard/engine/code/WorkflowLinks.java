package dev.jacquard.engine.code;

import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks what a spec knows of the workflows that it calls against their own specs. */
final class WorkflowLinks {

  private final WorkflowSpec caller;
  private final Code code;
  private final List<LinkProblem> problems;

  WorkflowLinks(WorkflowSpec caller, Code code, List<LinkProblem> problems) {
    this.caller = caller;
    this.code = code;
    this.problems = problems;
  }

  void check(WorkflowInterface callee) {
    Optional<WorkflowSpec> found;
    try {
      found = code.spec(callee.getId());
    } catch (CodeException e) {
      problems.add(new LinkProblem(String.valueOf(e.getMessage()), Remedy.TOLD));
      return;
    }
    if (found.isEmpty()) {
      problems.add(
          new LinkProblem(
              "Workflow " + callee.getId() + " is called, but it has no spec on the class path.",
              Remedy.CLASS_PATH));
    } else if (!agree(callee, found.get())) {
      problems.add(
          new LinkProblem(
              "Workflow %s must be %s as when its caller was compiled; found %s."
                  .formatted(
                      callee.getId(),
                      text(callee, caller),
                      text(found.get().getInterface(), found.get())),
              Remedy.REBUILD));
    }
  }

  private boolean agree(WorkflowInterface expected, WorkflowSpec callee) {
    WorkflowInterface actual = callee.getInterface();
    if (expected.getParametersCount() != actual.getParametersCount()
        || expected.hasResult() != actual.hasResult()
        || !TypeMatch.same(expected.getResult(), caller, actual.getResult(), callee)) {
      return false;
    }
    for (int i = 0; i < actual.getParametersCount(); i++) {
      Parameter one = expected.getParameters(i);
      Parameter other = actual.getParameters(i);
      if (!TypeMatch.same(one.getType(), caller, other.getType(), callee)) {
        return false;
      }
    }
    return true;
  }

  private static String text(WorkflowInterface workflow, WorkflowSpec spec) {
    return workflow.getParametersList().stream()
        .map(parameter -> TypeText.of(parameter.getType(), spec))
        .collect(Collectors.joining(", ", "(", ") -> " + TypeText.of(workflow.getResult(), spec)));
  }
}
