import dev.jacquard.Task;
import java.util.List;
import java.util.Map;

final class Keys {

  record Point(int x) {}

  record Grid(Map<Point, String> cells) {}

  @Task
  static int records(Map<Point, String> cells) { // ERROR MapKey: Parameter 'cells' of task 'records' must have text, a number, a boolean, an enum, a time or a UUID as the key of its map; found java.util.Map<Keys.Point, String>
    return cells.size();
  }

  @Task
  static int lists(Map<List<Integer>, String> cells) { // ERROR MapKey: found java.util.Map<List<Integer>, String>
    return cells.size();
  }

  @Task
  static int nested(Grid grid) { // ERROR MapKey: found Keys.Grid -> cells: java.util.Map<Keys.Point, String>
    return grid.cells().size();
  }
}
