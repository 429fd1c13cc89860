package shop;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Map;

interface Outer {

  @Deprecated
  record Old(int x) {}

  final class Nested {

    @Task
    static int sum(int... numbers) {
      return numbers.length;
    }

    @Task(name = "sum-of_texts")
    static int sum(List<Map<String, int[]>> texts) {
      return texts.size();
    }

    @Task
    static int object(Object_ object) {
      return 0;
    }

    /** @deprecated as of now */
    @Deprecated(forRemoval = true)
    @Task
    static void old(String text) {}

    @Task
    static Old use(Old old) {
      return old;
    }

    @Workflow
    static int total(int... numbers) {
      return sum(numbers);
    }

    /** @deprecated as of now */
    @Deprecated
    @Workflow
    static void nothing() {}
  }

  record Object_(String Override) {}
}
