package dev.jacquard.differential;

import java.util.List;
import java.util.function.Function;

/** Writes statements that make actors. */
final class ActorStatements {

  private final Choices choices;
  private final Coverage coverage;
  private final ExpressionGenerator expressions;
  private final Names names;

  ActorStatements(
      Choices choices, Coverage coverage, ExpressionGenerator expressions, Names names) {
    this.choices = choices;
    this.coverage = coverage;
    this.expressions = expressions;
    this.names = names;
  }

  /** Writes a local variable, or an actor that nobody uses; no lambda may make one. */
  String local(Scope scope, int depth) {
    if (names.isInLambda()) {
      return ";\n";
    }
    ActorClass type = choices.pick(ActorClass.ALL);
    String made = expressions.call(type.maker(), scope, depth);
    if (choices.oneIn(6)) {
      coverage.hit("syntax actor alone");
      return made + ";\n";
    }
    coverage.hit("syntax actor local");
    String name = names.next("k");
    scope.declareActor(type, name);
    return "var " + name + " = " + made + ";\n";
  }

  /**
   * Writes a {@code try}.
   *
   * @param body writes the block of the {@code try} in its scope
   */
  String resource(Scope scope, int depth, Function<Scope, String> body) {
    if (names.isInLambda()) {
      return ";\n";
    }
    ActorClass type = choices.pick(ActorClass.resources());
    Scope inner = scope.block();
    String head = declaration(type, inner, depth);
    if (choices.oneIn(3)) {
      head += "; " + declaration(type, inner, depth);
    }
    coverage.hit("syntax actor resource");
    return "try (" + head + ") " + body.apply(inner);
  }

  private String declaration(ActorClass type, Scope scope, int depth) {
    String made = expressions.call(type.maker(), scope, depth);
    String name = names.next("k");
    scope.declareActor(type, name);
    return choices.pick(List.of("var ", type.name() + " ")) + name + " = " + made;
  }
}
