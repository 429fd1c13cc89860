package dev.jacquard.engine.code;

import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Explains why a workflow cannot be run, and how to repair it. Reads class files, loads none. */
public final class Doctor {

  private Doctor() {}

  /**
   * Explains why a workflow cannot be run. Its id is taken as it stands; for names by which people
   * call it, see {@link WorkflowNames}.
   *
   * @return what is missing or does not fit, with the lines that repair it; empty if nothing is
   */
  public static Optional<String> examine(Code code, String workflowId) {
    if (code.spec(workflowId).isPresent()) {
      List<LinkProblem> problems = LinkCheck.of(code, reachable(code, workflowId));
      return problems.isEmpty() ? Optional.empty() : Optional.of(report(problems));
    }
    return Optional.of(withoutSpec(new ClassFiles(code.loader()), workflowId));
  }

  /**
   * Explains what was thrown while a workflow was made ready or its tasks were reached.
   *
   * @return what is wrong with its code; if nothing is, that this runtime cannot read its spec
   */
  public static String explain(Code code, String workflowId, Throwable thrown) {
    return examine(code, workflowId)
        .or(() -> code.spec(workflowId).map(spec -> unreadable(spec, thrown)))
        .orElseGet(thrown::toString);
  }

  /**
   * Says that a spec holds what this runtime does not know: which versions of Jacquard wrote and
   * read it, and how to make them one.
   *
   * @param unknown what is not known, as a sentence
   */
  public static String ofAnotherVersion(WorkflowSpec spec, String unknown) {
    return unknown + "\n" + BuildAdvice.otherVersion(spec, "of " + spec.getInterface().getId());
  }

  /** Says that a call does not give its workflow as many arguments as it has parameters. */
  public static String ofStub(WorkflowCall<?> call, int parameters) {
    return "Workflow %s must be given %d arguments; its stub %s gives %d.\n%s"
        .formatted(
            call.workflow(),
            parameters,
            call.stub().getName(),
            call.arguments().size(),
            Remedy.REBUILD.advice());
  }

  private static String unreadable(WorkflowSpec spec, Throwable thrown) {
    return ofAnotherVersion(
        spec,
        "Workflow %s cannot be made ready: %s"
            .formatted(spec.getInterface().getId(), thrown.getMessage()));
  }

  /** The workflow and those that it calls, as far as they have specs. */
  private static Set<String> reachable(Code code, String workflowId) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(workflowId));
    while (!open.isEmpty()) {
      String id = open.remove();
      Optional<WorkflowSpec> spec = found.contains(id) ? Optional.empty() : code.spec(id);
      spec.ifPresent(
          known -> {
            found.add(id);
            known.getWorkflowsList().forEach(callee -> open.add(callee.getId()));
          });
    }
    return found;
  }

  /** Returns all problems, one a line, and after them what repairs each kind of them. */
  public static String report(Collection<LinkProblem> problems) {
    StringBuilder text = new StringBuilder();
    Set<Remedy> remedies = new LinkedHashSet<>();
    for (LinkProblem problem : problems) {
      text.append("- ").append(problem.text().replace("\n", "\n  ")).append('\n');
      remedies.add(problem.remedy());
    }
    remedies.remove(Remedy.TOLD);
    remedies.forEach(remedy -> text.append(remedy.advice()).append('\n'));
    return text.toString().stripTrailing();
  }

  private static String withoutSpec(ClassFiles classes, String workflowId) {
    int dot = workflowId.lastIndexOf('.');
    String className = dot < 0 ? "" : workflowId.substring(0, dot);
    String workflow = workflowId.substring(dot + 1);
    Optional<ClassFacts> facts = className.isEmpty() ? Optional.empty() : classes.find(className);
    if (facts.isEmpty()) {
      return "There is no spec of workflow %s, and no class %s on the class path.\n%s"
          .formatted(
              workflowId, className.isEmpty() ? "for it" : className, Remedy.CLASS_PATH.advice());
    }
    List<String> declared =
        facts.get().methods().stream()
            .map(ClassFacts.Method::workflow)
            .filter(Objects::nonNull)
            .toList();
    if (!declared.contains(workflow)) {
      return notDeclared(className, workflow, declared);
    }
    return classes.find(stub(className)).isPresent()
        ? analysisDidNotRun(workflowId, stub(className))
        : processorDidNotRun(workflowId, className);
  }

  private static String notDeclared(String className, String workflow, List<String> declared) {
    String nearest =
        NearestName.of(workflow, declared).map(near -> " Did you mean " + near + "?").orElse("");
    String found =
        declared.isEmpty()
            ? "it has no method marked @Workflow"
            : "it has " + String.join(", ", declared);
    return "Class "
        + className
        + " has no workflow named "
        + workflow
        + "; "
        + found
        + "."
        + nearest;
  }

  private static String analysisDidNotRun(String workflowId, String stub) {
    return """
    Workflow %s has its stub %s, but no spec beside it (%s).
    Either the jar was packed without META-INF/jacquard: keep that folder with the classes. Or the processor made
    the stub, yet never saw the compiled body: it ran with -proc:only (or <proc>only</proc>), or in a compiler other
    than javac, such as that of Eclipse. Compile in one go, with javac, without -proc:only:
    %s\
    """
        .formatted(workflowId, stub, SpecFiles.resource(workflowId), BuildAdvice.processor());
  }

  private static String processorDidNotRun(String workflowId, String className) {
    return """
    Workflow %s has neither spec nor stub, though %s is there: it was compiled without Jacquard's processor.
    Since JDK 23 javac runs no processor that is only on the class path; name it in the build:
    %s\
    """
        .formatted(workflowId, className, BuildAdvice.processor());
  }

  /** {@code shop.Outer$Inner} has its stubs in {@code shop.Outer_InnerWorkflows}. */
  private static String stub(String className) {
    int dot = className.lastIndexOf('.') + 1;
    return className.substring(0, dot) + className.substring(dot).replace('$', '_') + "Workflows";
  }
}
