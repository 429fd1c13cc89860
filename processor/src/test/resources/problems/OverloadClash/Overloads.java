import dev.jacquard.Default;
import dev.jacquard.Workflow;

final class Overloads {

  @Workflow
  static void run(int x) {}

  @Workflow(name = "runWithDefault")
  static void run(int x, @Default("a") String y) {} // ERROR OverloadClash: found 'run(int)' twice, since 'run(int, String)' without its defaults is like 'run(int)'

  @Workflow
  static void go(int x, @Default("a") String y) {}

  @Workflow(name = "goFar")
  static void go(int x, @Default("1") Integer y) {} // ERROR OverloadClash: found 'go(int)' twice
}
