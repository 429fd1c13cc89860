package dev.jacquard.processor;

import dev.jacquard.processor.declare.Place;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.diagnostic.Severity;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Tells of mistakes in declarations, at the annotation value or the element. */
final class RoundReporter implements Diagnostics<Place> {

  private final Messager messager;

  RoundReporter(Messager messager) {
    this.messager = messager;
  }

  @Override
  public void report(Place place, Problem problem, Object... found) {
    messager.printMessage(
        problem.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING,
        problem.message(found),
        place.element(),
        place.annotation(),
        place.value());
  }
}
