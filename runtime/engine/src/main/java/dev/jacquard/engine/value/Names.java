package dev.jacquard.engine.value;

/** Class names as people write them. */
final class Names {

  private Names() {}

  /** {@code Line} of {@code shop.Order$Line}. */
  static String simple(String binaryName) {
    String name = binaryName.substring(binaryName.lastIndexOf('.') + 1);
    int nested = name.lastIndexOf('$');
    return nested < 0 || nested == name.length() - 1 ? name : name.substring(nested + 1);
  }
}
