package shop;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Names neither the lines nor the prices that its orders hold. */
public final class Reports {

  private Reports() {}

  @Workflow
  public static List<String> report(List<String> ids) {
    var orders = map(ids, Reports::find);
    return map(orders, order -> order.id() + ": " + Orders.total(order));
  }

  @Task
  static Order find(String id) {
    throw new IllegalArgumentException(id);
  }
}
