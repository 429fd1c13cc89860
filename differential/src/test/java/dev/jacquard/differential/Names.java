package dev.jacquard.differential;

/** What is unique in one program: names and the tags of steps; and the way from an expression back to statements. */
final class Names {

  private final Choices choices;
  private final Coverage coverage;
  private int names;
  private int tags;

  Names(Choices choices, Coverage coverage) {
    this.choices = choices;
    this.coverage = coverage;
  }

  String next(String prefix) {
    return prefix + names++;
  }

  /** The next step's tag: the order of tags is the order of the source. */
  int tag() {
    return ++tags;
  }

  /** Writes the block of a lambda. */
  String body(Scope scope, Type result, int depth, ExpressionGenerator expressions) {
    return new StatementGenerator(choices, coverage, expressions, this)
        .block(scope, result, Math.min(depth, 2), 1 + choices.next(2));
  }
}
