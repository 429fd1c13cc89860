package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shop.Orders.Line;
import shop.Orders.Verdict;

/** Calls the workflow as the method that it is. */
final class OrdersTest {

  @Test
  void smallOrderIsAccepted() {
    assertEquals(new Verdict(500, "accepted"), Orders.decide(List.of(new Line("chair", 1)), 10_000));
  }

  @Test
  void largeOrderWaits() {
    assertEquals(
        new Verdict(2_000, "waits for approval of 2000"),
        Orders.decide(List.of(new Line("table", 4)), 1_999));
  }

  @Test
  void amountMustBePositive() {
    assertThrows(
        IllegalArgumentException.class, () -> Orders.decide(List.of(new Line("chair", 0)), 1));
  }
}
