package shop;

/** How far an order has come. */
public enum Status {
  OPEN,
  PAID,
  SENT
}
