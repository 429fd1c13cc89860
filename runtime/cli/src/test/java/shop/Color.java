package shop;

/** An enum as a parameter. */
public enum Color {
  RED,
  GREEN
}
