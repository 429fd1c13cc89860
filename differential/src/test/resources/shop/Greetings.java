package shop;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** Has nothing to do with the rest. */
public final class Greetings {

  private Greetings() {}

  @Workflow
  public static String greet(String name) {
    return hello(name) + "!";
  }

  @Task
  static String hello(String name) {
    return "hello";
  }
}
