package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/**
 * Records are values: a body builds them and reads their components, tasks take and return them.
 */
public final class Records {

  private Records() {}

  /** A place on the map, in kilometres. */
  public record Place(String name, int x, int y) {}

  /** A way from one place to another. */
  public record Leg(Place from, Place to, long squareLength) {}

  /** Returns the ways from a place to the farthest of the others and to its own town hall. */
  @Workflow
  public static List<Leg> legs(Place from, List<Place> others) {
    Place hall = new Place(from.name() + " town hall", from.x(), from.y() + 1);
    Place farthest = farthest(from, others);
    return map(List.of(farthest, hall), to -> new Leg(from, to, squareLength(from, to)));
  }

  @Task
  static Place farthest(Place from, List<Place> others) {
    Place farthest = from;
    for (Place other : others) {
      if (squareLength(from, other) > squareLength(from, farthest)) {
        farthest = other;
      }
    }
    return farthest;
  }

  @Task
  static long squareLength(Place from, Place to) {
    long x = Math.subtractExact(to.x(), from.x());
    long y = Math.subtractExact(to.y(), from.y());
    return x * x + y * y;
  }
}
