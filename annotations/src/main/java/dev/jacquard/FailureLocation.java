package dev.jacquard;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where in an execution something failed. Immutable.
 *
 * @param workflow the id of the workflow that was run: binary class name, a dot, and its name
 * @param node the path of the node in it, such as {@code flags/isAnomalous}; empty if no node
 *     failed but the whole: wrong input, or the workflow's own timeout
 * @param elements which elements of the maps around the node, the outermost map first, from zero;
 *     empty outside a map
 * @param attempt the attempt that failed last, from one; 0 if none was made
 */
public record FailureLocation(String workflow, String node, List<Integer> elements, int attempt)
    implements Serializable {

  /** Checks and copies the parts. */
  public FailureLocation {
    Objects.requireNonNull(workflow, "workflow");
    Objects.requireNonNull(node, "node");
    elements = List.copyOf(elements);
    if (attempt < 0) {
      throw new IllegalArgumentException("An attempt must be 0 or more; found " + attempt + ".");
    }
  }

  /** Returns the element of the innermost map around the node, from zero; empty outside a map. */
  public OptionalInt elementIndex() {
    return elements.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(elements.get(elements.size() - 1));
  }
}
