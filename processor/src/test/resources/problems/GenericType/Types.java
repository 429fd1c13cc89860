import dev.jacquard.Task;
import java.util.List;

final class Types {

  record Pair<A, B>(A first, B second) {}

  record Holder(List<Pair<Integer, String>> pairs) {}

  @Task
  static int left(Pair<Integer, String> pair) { // ERROR GenericType: Parameter 'pair' of task 'left' must not be of a generic class of one's own; found Types.Pair<Integer, String>
    return pair.first();
  }

  @Task
  static int size(Holder holder) { // ERROR GenericType: found Types.Holder -> pairs: List<Types.Pair<Integer, String>> -> Types.Pair<Integer, String>
    return holder.pairs().size();
  }
}
