package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.BOTH_TASK_AND_WORKFLOW;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.GENERIC_METHOD;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.INSTANCE_METHOD;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.PRIVATE_METHOD;

import dev.jacquard.Actor;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What a method must be to be a task or a workflow, its types aside. */
final class MethodRules {

  private final Diagnostics<Place> diagnostics;

  MethodRules(Diagnostics<Place> diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(MarkedMethod method) {
    Place place = Place.of(method.method());
    String kind = method.kind().word();
    Set<Modifier> modifiers = method.method().getModifiers();
    if (method.kind() == MethodKind.TASK
        && Mark.isOn(method.method(), MethodKind.WORKFLOW.annotation())) {
      diagnostics.report(place, BOTH_TASK_AND_WORKFLOW, method.name());
    }
    if (!method.method().getTypeParameters().isEmpty()) {
      diagnostics.report(place, GENERIC_METHOD, kind, method.name());
    }
    if (!modifiers.contains(Modifier.STATIC) && !isActorsTask(method)) {
      reportInstanceMethod(method, modifiers.contains(Modifier.ABSTRACT));
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      diagnostics.report(place, PRIVATE_METHOD, kind, method.name());
    }
  }

  private static boolean isActorsTask(MarkedMethod method) {
    // One without a body stands in a class that cannot be an actor, which is told there.
    return method.kind() == MethodKind.TASK && Mark.isOn(method.owner(), Actor.class);
  }

  private void reportInstanceMethod(MarkedMethod method, boolean isAbstract) {
    boolean task = method.kind() == MethodKind.TASK;
    diagnostics.report(
        Place.of(method.method()),
        INSTANCE_METHOD,
        method.kind().word(),
        task ? ", or an instance method of an @Actor class" : "",
        method.name(),
        isAbstract ? "an abstract method" : "an instance method",
        method.owner().getSimpleName(),
        isAbstract ? "Give it a body and add 'static'." : "Add 'static'.");
  }
}
