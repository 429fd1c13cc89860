package dev.jacquard.engine.schedule;

import dev.jacquard.engine.policy.Attempts;
import java.util.List;

/**
 * What failed, and where. Immutable.
 *
 * @param cause what was thrown
 * @param node the path of the node
 * @param elements which elements of the maps around it, the outermost first
 * @param attempt the attempt that failed last; zero if no attempt of a task did
 */
public record Fault(Throwable cause, String node, List<Integer> elements, int attempt) {

  /** Copies the list. */
  public Fault {
    elements = List.copyOf(elements);
  }

  static Fault of(Throwable cause, Place place) {
    return new Fault(cause, place.path(), place.elements(), 0);
  }

  static Fault of(Throwable cause, Place place, Attempts failed) {
    return new Fault(cause, place.path(), place.elements(), failed.user() + failed.system());
  }
}
