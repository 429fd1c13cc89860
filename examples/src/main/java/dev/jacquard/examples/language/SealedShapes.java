package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Sealed interfaces of records are values too, also where they hold each other. */
public final class SealedShapes {

  private SealedShapes() {}

  /** A shape, or several of them. */
  public sealed interface Shape permits Square, Rectangle, Group {}

  /** A square. */
  public record Square(int side) implements Shape {}

  /** A rectangle. */
  public record Rectangle(int width, int height) implements Shape {}

  /** Several shapes. */
  public record Group(List<Shape> shapes) implements Shape {}

  /** Returns the area of a frame with that side, and that of all shapes together. */
  @Workflow
  public static List<Long> areas(List<Shape> shapes, int side) {
    List<Shape> frame = List.of(new Square(side), new Rectangle(side, 1));
    return map(List.of(new Group(frame), new Group(shapes)), SealedShapes::area);
  }

  @Task
  static long area(Shape shape) {
    if (shape instanceof Square square) {
      return Math.multiplyExact((long) square.side(), square.side());
    } else if (shape instanceof Rectangle rectangle) {
      return Math.multiplyExact((long) rectangle.width(), rectangle.height());
    } else if (shape instanceof Group group && !group.shapes().isEmpty()) {
      return group.shapes().stream().mapToLong(SealedShapes::area).sum();
    }
    throw new IllegalArgumentException("a shape must have an area: " + shape);
  }
}
