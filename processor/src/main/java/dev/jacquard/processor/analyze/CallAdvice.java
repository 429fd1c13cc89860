package dev.jacquard.processor.analyze;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The way out for a call that a workflow may not make. */
final class CallAdvice {

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.util.Calendar.getInstance");
  private static final Set<String> DICE =
      Set.of("java.lang.Math.random", "java.util.UUID.randomUUID");
  private static final Set<String> SURROUNDINGS =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Integer.getInteger");
  private static final Set<String> LOCALIZED =
      Set.of("toLowerCase", "toUpperCase", "format", "formatted");
  private static final Set<String> MUTATORS =
      Set.of(
          "add",
          "addAll",
          "clear",
          "compute",
          "merge",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeIf",
          "replaceAll",
          "set",
          "sort");

  private final TreeTypes trees;

  CallAdvice(TreeTypes trees) {
    this.trees = trees;
  }

  String wayOut(ExecutableElement method) {
    String owner = CallAnalyzer.owner(method).getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    String path = owner + "." + name;
    if (CLOCKS.contains(path) || (owner.startsWith("java.time.") && name.equals("now"))) {
      return "Its answer differs from run to run; read the clock in a @Task.";
    }
    if (DICE.contains(path) || owner.contains("Random")) {
      return "Its answer differs from run to run; draw it in a @Task.";
    }
    if (SURROUNDINGS.contains(path)) {
      return "Make it a parameter of the workflow, or read it in a @Task.";
    }
    if (owner.startsWith("java.io.")
        || owner.startsWith("java.nio.")
        || owner.startsWith("java.net.")) {
      return "Read and write in a @Task(effects = true).";
    }
    if (owner.startsWith("java.util.stream.") || name.equals("stream")) {
      return "Use map, filter or flatMap of Workflows, or a @Task.";
    }
    if (owner.equals("java.lang.String") && LOCALIZED.contains(name)) {
      return "It may depend on the default locale; do it in a @Task.";
    }
    if (owner.startsWith("java.util.") && MUTATORS.contains(name)) {
      return "What a workflow holds is not modified; build it in a @Task.";
    }
    return ofUser(method, name);
  }

  private String ofUser(ExecutableElement method, String name) {
    Optional<String> nearest = nearestTask(method, name);
    if (nearest.isPresent()) {
      return "Call the task '" + nearest.get() + "', or move this into a @Task.";
    }
    return CallAnalyzer.owner(method).equals(trees.enclosingClass())
        ? "Mark '" + name + "' as @Task, or move this into a @Task."
        : "Move this into a @Task.";
  }

  private Optional<String> nearestTask(ExecutableElement method, String name) {
    int limit = Math.max(1, name.length() / 3);
    return Stream.of(trees.enclosingClass(), CallAnalyzer.owner(method))
        .flatMap(CallAdvice::tasks)
        .filter(task -> EditDistance.of(task, name) <= limit)
        .min(
            Comparator.comparingInt((String task) -> EditDistance.of(task, name))
                .thenComparing(task -> task));
  }

  private static Stream<String> tasks(TypeElement type) {
    List<? extends Element> members = type.getEnclosedElements();
    return members.stream()
        .filter(member -> member.getKind() == ElementKind.METHOD)
        .filter(CallAdvice::isTask)
        .map(member -> member.getSimpleName().toString());
  }

  private static boolean isTask(Element method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(mark -> mark.getAnnotationType().toString().equals("dev.jacquard.Task"));
  }
}
