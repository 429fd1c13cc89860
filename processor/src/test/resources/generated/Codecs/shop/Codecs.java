package shop;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import other.*;

public final class Codecs {

  record Node(String name, List<Node> children) {}

  record Empty() {}

  sealed interface Shape permits Circle, Line, Nothing {}

  record Circle(double radius) implements Shape {}

  record Line(Point from, Point to) implements Shape {}

  enum Nothing implements Shape {
    NOTHING
  }

  record Point(int x, int y) {}

  @Task
  static int size(Shape shape) {
    return 1;
  }

  @Task
  static int weigh(int x) {
    return x;
  }

  @Workflow
  static int run(List<Integer> xs) {
    var nodes = map(xs, x -> new Node("n" + x, List.of()));
    var pair = new Elsewhere.Nested(weigh(1), List.of(new Empty()).size());
    return nodes.size() + pair.left() + new Local(3).value() + new other.deep.Far(4).value();
  }
}

record Local(int value) {}
