package dev.jacquard.engine.schedule;

import java.util.List;

/**
 * Where in an execution something stands.
 *
 * @param path ids of nodes, joined by slashes
 * @param elements which elements of the maps around it, the outermost first
 */
public record Place(String path, List<Integer> elements) {

  /** Copies the list. */
  public Place {
    elements = List.copyOf(elements);
  }

  /** Whether it stands within a map. */
  public boolean inMap() {
    return !elements.isEmpty();
  }

  @Override
  public String toString() {
    return elements.isEmpty() ? path : path + elements;
  }
}
