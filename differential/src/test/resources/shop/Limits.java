package shop;

/** What the shop decided. */
public final class Limits {

  static final int LARGE = 1000;

  private Limits() {}
}
