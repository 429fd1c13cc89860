package dev.jacquard.processor.declare;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.diagnostic.Severity;

/** Passes reports on, and tells whether there were errors since a moment. */
final class CountingDiagnostics implements Diagnostics<Place> {

  private final Diagnostics<Place> next;
  private int errors;

  CountingDiagnostics(Diagnostics<Place> next) {
    this.next = next;
  }

  int errors() {
    return errors;
  }

  @Override
  public void report(Place place, Problem problem, Object... found) {
    if (problem.severity() == Severity.ERROR) {
      errors++;
    }
    next.report(place, problem, found);
  }
}
