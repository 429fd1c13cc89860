package shop;

import dev.jacquard.engine.WorkflowRuntime;
import java.util.List;
import shop.Orders.Line;

/** Runs a workflow from a program of one's own. */
public final class Main {

  private Main() {}

  /** Prints what became of an order of tables and chairs. */
  public static void main(String[] args) {
    List<Line> lines = List.of(new Line("table", 10), new Line("chair", 40));
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      System.out.println(runtime.run(OrdersWorkflows.decide(lines, 10_000)));
    }
  }
}
