package dev.jacquard.processor.analyze;

/** Ends the analysis of a body in silence: javac itself tells the user what is wrong. */
final class InvalidJava extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidJava() {
    super(null, null, false, false);
  }
}
