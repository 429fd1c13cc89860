package dev.jacquard.engine.code;

import dev.jacquard.engine.code.LinkProblem.Remedy;
import java.util.Collection;
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
      List<LinkProblem> problems = LinkCheck.of(code, List.of(workflowId));
      return problems.isEmpty() ? Optional.empty() : Optional.of(report(problems));
    }
    return Optional.of(withoutSpec(new ClassFiles(code.loader()), workflowId));
  }

  /** Returns all problems, one a line, and after them what repairs each kind of them. */
  public static String report(Collection<LinkProblem> problems) {
    StringBuilder text = new StringBuilder();
    Set<Remedy> remedies = new LinkedHashSet<>();
    for (LinkProblem problem : problems) {
      text.append("- ").append(problem.text().replace("\n", "\n  ")).append('\n');
      remedies.add(problem.remedy());
    }
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
        Workflow %s has its stub %s, but no spec: the processor made the stub, yet never saw the compiled body.
        That happens when it runs with -proc:only (or <proc>only</proc>), or in a compiler other than javac, such as
        that of Eclipse. Compile in one go, with javac, without -proc:only:
        %s"""
        .formatted(workflowId, stub, BuildAdvice.processor());
  }

  private static String processorDidNotRun(String workflowId, String className) {
    return """
        Workflow %s has neither spec nor stub, though %s is there: it was compiled without Jacquard's processor.
        Since JDK 23 javac runs no processor that is only on the class path; name it in the build:
        %s"""
        .formatted(workflowId, className, BuildAdvice.processor());
  }

  /** {@code shop.Outer$Inner} has its stubs in {@code shop.Outer_InnerWorkflows}. */
  private static String stub(String className) {
    int dot = className.lastIndexOf('.') + 1;
    return className.substring(0, dot) + className.substring(dot).replace('$', '_') + "Workflows";
  }
}
