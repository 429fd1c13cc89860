import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Records {
  @Workflow
  static Library.Line make(int x, Integer y) {
    var from = new Library.Point(x, y);
    var to = new Library.Point(Library.f(x), from.x() + y);
    return new Library.Line(from, to, from.equals(to) ? "same" : null);
  }

  @Workflow
  static int read(Library.Line line) {
    return line.from().x() + line.to().y() + Library.f(line.label()).length();
  }

  @Workflow
  static Library.Color sealed(double r) {
    Library.Shape shape = new Library.Circle(r);
    if (r > 1) shape = new Library.Square(r);
    return Library.paint(shape);
  }
}
