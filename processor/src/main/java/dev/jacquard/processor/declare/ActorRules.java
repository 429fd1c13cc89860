package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_ACTOR;

import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class must be to be an actor. */
final class ActorRules {

  private final Diagnostics<Place> diagnostics;

  ActorRules(Diagnostics<Place> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Checks a class that is marked as an actor; returns whether it can be one. */
  boolean check(TypeElement type) {
    Set<Modifier> modifiers = type.getModifiers();
    if (type.getKind() != ElementKind.CLASS) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      refuse(type, "a class", "the " + kind, "Declare a final class that holds what is warm.");
    } else if (modifiers.contains(Modifier.ABSTRACT)) {
      refuse(type, "a class that can be made", "the abstract class", "Remove 'abstract'.");
    } else if (!type.getTypeParameters().isEmpty()) {
      refuse(
          type,
          "a class without type parameters",
          "the generic class",
          "Declare one class for each type.");
    } else if (type.getNestingKind() == NestingKind.MEMBER
        && !modifiers.contains(Modifier.STATIC)) {
      refuse(type, "a static class", "the inner class", "Add 'static'.");
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      refuse(type, "visible in its package", "the private class", "Remove 'private'.");
    } else if (ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE))) {
      refuse(
          type,
          "a class with a constructor that is visible in its package",
          "private constructors alone in",
          "Remove 'private' from one.");
    } else {
      return true;
    }
    return false;
  }

  private void refuse(TypeElement type, String expected, String found, String wayOut) {
    diagnostics.report(Place.of(type), BAD_ACTOR, expected, found, type.getSimpleName(), wayOut);
  }
}
