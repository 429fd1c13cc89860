package dev.jacquard.processor.analyze;

/** Ends the analysis of a body before it meets the end of the compiler's stack. */
final class NestedTooDeeply extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NestedTooDeeply() {
    super(null, null, false, false);
  }
}
