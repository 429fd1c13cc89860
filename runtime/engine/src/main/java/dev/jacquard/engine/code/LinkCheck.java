package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that everything a spec names is in the code as the spec says: tasks, handlers, actors,
 * records and other types with their codecs, sub-workflows with their parameters. Class files are
 * read, never loaded.
 */
public final class LinkCheck {

  private static final int NAMED = 3;

  private final Code code;
  private final ClassFiles classes;
  private final Map<LinkProblem, List<String>> problems = new LinkedHashMap<>();

  private LinkCheck(Code code) {
    this.code = code;
    this.classes = new ClassFiles(code.loader());
  }

  /** Returns all that is wrong with some workflows of an application; empty if they are sound. */
  public static List<LinkProblem> of(Code code, Collection<String> workflowIds) {
    LinkCheck check = new LinkCheck(code);
    workflowIds.forEach(check::check);
    return check.report();
  }

  private void check(String workflowId) {
    try {
      Optional<WorkflowSpec> spec = code.spec(workflowId);
      if (spec.isEmpty()) {
        add(
            workflowId,
            new LinkProblem(
                "There is no spec of " + workflowId + ".", LinkProblem.Remedy.PROCESSOR));
      } else {
        check(workflowId, spec.get());
      }
    } catch (CodeException e) {
      add(workflowId, new LinkProblem(String.valueOf(e.getMessage()), LinkProblem.Remedy.TOLD));
    }
  }

  private void check(String workflowId, WorkflowSpec spec) {
    List<LinkProblem> found = new ArrayList<>();
    if (!spec.getInterface().getId().equals(workflowId)) {
      found.add(
          new LinkProblem(
              "The spec file of "
                  + workflowId
                  + " holds the spec of "
                  + spec.getInterface().getId()
                  + ".",
              LinkProblem.Remedy.REBUILD));
    }
    CallableLinks callables = new CallableLinks(spec, classes, found);
    spec.getTasksList().forEach(callables::task);
    spec.getActorsList().forEach(callables::actor);
    TypeLinks types = new TypeLinks(spec, classes, found);
    spec.getTypesList().forEach(types::check);
    WorkflowLinks workflows = new WorkflowLinks(spec, code, found);
    spec.getWorkflowsList().forEach(workflows::check);
    found.forEach(problem -> add(workflowId, problem));
  }

  private void add(String workflowId, LinkProblem problem) {
    problems.computeIfAbsent(problem, p -> new ArrayList<>()).add(workflowId);
  }

  /** One problem that many workflows share is told once, with the first few of them. */
  private List<LinkProblem> report() {
    List<LinkProblem> report = new ArrayList<>();
    problems.forEach(
        (problem, workflows) -> {
          String named = String.join(", ", workflows.subList(0, Math.min(NAMED, workflows.size())));
          String rest =
              workflows.size() > NAMED ? " and " + (workflows.size() - NAMED) + " more" : "";
          report.add(problem.of(named + rest));
        });
    return report;
  }
}
