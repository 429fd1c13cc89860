package dev.jacquard.differential;

import java.util.HashSet;
import java.util.Set;

/**
 * What is unique in one program: names and the tags of steps; and the way from an expression back
 * to statements.
 */
final class Names {

  private final Choices choices;
  private final Coverage coverage;
  private int names;
  private int tags;
  private int lambdas;
  private final Set<Integer> tagsInLambdas = new HashSet<>();

  Names(Choices choices, Coverage coverage) {
    this.choices = choices;
    this.coverage = coverage;
  }

  String next(String prefix) {
    return prefix + names++;
  }

  /** The next step's tag: the order of tags is the order of the source. */
  int tag() {
    tags++;
    if (lambdas > 0) {
      tagsInLambdas.add(tags);
    }
    return tags;
  }

  /** How many steps there are so far. */
  int tags() {
    return tags;
  }

  /** The tags of the steps within lambdas. */
  Set<Integer> tagsInLambdas() {
    return tagsInLambdas;
  }

  boolean isInLambda() {
    return lambdas > 0;
  }

  void enterLambda() {
    lambdas++;
  }

  void leaveLambda() {
    lambdas--;
  }

  /** Writes the block of a lambda. */
  String body(Scope scope, Type result, int depth, ExpressionGenerator expressions) {
    return new StatementGenerator(choices, coverage, expressions, this)
        .block(scope, result, Math.min(depth, 2), 1 + choices.next(2));
  }
}
