package shop;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Workflows with tasks of their own and of others. */
public final class Orders {

  private Orders() {}

  @Workflow
  public static long total(Order order) {
    return Pricing.sum(map(order.lines(), Pricing::cents));
  }

  @Workflow
  public static String dispatch(Order order, @Default("PAID") Status wanted) {
    long total = total(order);
    if (order.status() == wanted) {
      return Pricing.send(order, total);
    }
    return remind(order.id(), total > Limits.LARGE);
  }

  @Task
  static String remind(String id, boolean large) {
    return (large ? "gladly " : "") + id;
  }

  /** Holds a workflow too. */
  public interface Many {

    @Workflow
    static List<String> dispatchAll(List<Order> orders) {
      return map(orders, order -> dispatch(order, Status.PAID));
    }
  }
}
