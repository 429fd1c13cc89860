package dev.jacquard.processor.analyze;

import dev.jacquard.spec.v1.PureFunctions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the name that a method has in the closed list. */
final class PureFunctionTable {

  private static final String EQUALS = "java.lang.Object.equals(java.lang.Object)";

  private final TreeTypes trees;
  private final Map<ExecutableElement, String> known = new HashMap<>();

  PureFunctionTable(TreeTypes trees) {
    this.trees = trees;
  }

  /** The function that a method is; null where the list does not have it. */
  @Nullable String find(ExecutableElement method) {
    String name = known.computeIfAbsent(method, this::search);
    return name.isEmpty() ? null : name;
  }

  private String search(ExecutableElement method) {
    TypeElement owner = CallAnalyzer.owner(method);
    String signature = method.getSimpleName() + "(" + parameters(method) + ")";
    String name = trees.elements().getBinaryName(owner) + "." + signature;
    if (PureFunctions.signatures().contains(name)) {
      return name;
    }
    if (name.startsWith("java.util.List.of(")) {
      return PureFunctions.LIST_OF;
    }
    if (name.startsWith("java.util.Map.of(")) {
      return PureFunctions.MAP_OF;
    }
    return EQUALS.endsWith("." + signature) && owner.getKind() != ElementKind.ANNOTATION_TYPE
        ? EQUALS
        : "";
  }

  private String parameters(ExecutableElement method) {
    Types types = trees.types();
    return method.getParameters().stream()
        .map(parameter -> types.erasure(parameter.asType()).toString())
        .collect(Collectors.joining(","));
  }
}
