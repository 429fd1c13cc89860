package dev.jacquard.processor.model;

/**
 * The names of what is generated for one class.
 *
 * @param packageName its package, empty for the default package
 * @param base its name without the package, {@code Outer_Inner} for a nested class
 */
public record GeneratedNames(String packageName, String base) {

  /** The class of typed requests. */
  public String stubs() {
    return base + "Workflows";
  }

  /** The class that holds a handler for each task. */
  public String handlers() {
    return base + "Handlers";
  }

  /** The class that holds a codec for each record. */
  public String codecs() {
    return base + "Codecs";
  }

  /** Returns a simple name of the package with the package before it. */
  public String qualified(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
