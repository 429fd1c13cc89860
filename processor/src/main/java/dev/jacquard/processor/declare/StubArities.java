package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.MISPLACED_DEFAULT;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.OVERLOAD_CLASH;

import dev.jacquard.Default;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;

/**
 * Chooses for which leading parameters of a workflow there is a stub: all, and those that remain
 * when trailing ones with a default are left out.
 */
final class StubArities {

  private final Types types;
  private final Diagnostics<Place> diagnostics;

  StubArities(Types types, Diagnostics<Place> diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** The arities of each workflow. */
  List<List<Integer>> of(List<MarkedMethod> workflows) {
    Map<String, MarkedMethod> taken = new HashMap<>();
    for (MarkedMethod workflow : workflows) {
      taken.put(stub(workflow, workflow.method().getParameters().size()), workflow);
    }
    List<List<Integer>> arities = new ArrayList<>();
    for (MarkedMethod workflow : workflows) {
      arities.add(arities(workflow, taken));
    }
    return arities;
  }

  private List<Integer> arities(MarkedMethod workflow, Map<String, MarkedMethod> taken) {
    List<Integer> arities = new ArrayList<>();
    arities.add(workflow.method().getParameters().size());
    ExecutableElement method = workflow.method();
    int last = method.getParameters().size() - 1;
    if (method.isVarArgs() && hasDefault(method, last)) {
      VariableElement parameter = method.getParameters().get(last);
      diagnostics.report(
          Place.of(parameter),
          MISPLACED_DEFAULT,
          parameter.getSimpleName(),
          "which takes any number of values");
      return arities;
    }
    for (int arity = last; arity >= 0 && hasDefault(method, arity); arity--) {
      MarkedMethod other = taken.putIfAbsent(stub(workflow, arity), workflow);
      if (other != null) {
        diagnostics.report(
            Place.of(method),
            OVERLOAD_CLASH,
            text(workflow, arity),
            text(workflow, last + 1),
            text(other, other.method().getParameters().size()));
        break;
      }
      arities.add(arity);
    }
    return arities;
  }

  private static boolean hasDefault(ExecutableElement method, int parameter) {
    return Mark.isOn(method.getParameters().get(parameter), Default.class);
  }

  private String stub(MarkedMethod workflow, int arity) {
    return workflow.name()
        + workflow.method().getParameters().stream()
            .limit(arity)
            .map(parameter -> TypeText.full(types.erasure(parameter.asType())))
            .toList();
  }

  private static String text(MarkedMethod workflow, int arity) {
    return workflow.method().getParameters().stream()
        .limit(arity)
        .map(parameter -> TypeText.simple(parameter.asType()))
        .collect(Collectors.joining(", ", workflow.name() + "(", ")"));
  }
}
