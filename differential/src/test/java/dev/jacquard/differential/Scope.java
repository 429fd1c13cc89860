package dev.jacquard.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables that a place in the program sees. A lambda sees those around it that are never
 * assigned again.
 */
final class Scope {

  /**
   * A variable; {@code mutable} ones are assigned again somewhere, so no lambda may capture them.
   */
  record Variable(Type type, String name, boolean mutable) {}

  /** A variable that holds an actor; it is never assigned again. */
  record ActorVariable(ActorClass type, String name) {}

  private final Optional<Scope> outer;
  private final boolean lambda;
  private final List<Variable> variables = new ArrayList<>();
  private final List<ActorVariable> actors = new ArrayList<>();

  private Scope(Optional<Scope> outer, boolean lambda) {
    this.outer = outer;
    this.lambda = lambda;
  }

  static Scope ofMethod() {
    return new Scope(Optional.empty(), false);
  }

  Scope block() {
    return new Scope(Optional.of(this), false);
  }

  Scope lambda() {
    return new Scope(Optional.of(this), true);
  }

  void declare(Type type, String name, boolean mutable) {
    variables.add(new Variable(type, name, mutable));
  }

  void declareActor(ActorClass type, String name) {
    actors.add(new ActorVariable(type, name));
  }

  /** The actors that are seen, also from within lambdas. */
  List<ActorVariable> actors() {
    List<ActorVariable> visible = new ArrayList<>(actors);
    outer.ifPresent(scope -> visible.addAll(scope.actors()));
    return visible;
  }

  List<Variable> readable(Type type) {
    List<Variable> visible = new ArrayList<>();
    collect(visible, true);
    return visible.stream().filter(variable -> variable.type() == type).toList();
  }

  List<Variable> assignable() {
    List<Variable> visible = new ArrayList<>();
    collect(visible, true);
    return visible.stream().filter(Variable::mutable).toList();
  }

  private void collect(List<Variable> visible, boolean mutableToo) {
    variables.stream().filter(variable -> mutableToo || !variable.mutable()).forEach(visible::add);
    outer.ifPresent(scope -> scope.collect(visible, mutableToo && !lambda));
  }
}
