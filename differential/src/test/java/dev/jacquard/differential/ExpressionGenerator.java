package dev.jacquard.differential;

import dev.jacquard.differential.Signatures.Callee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Writes random expressions of a type. The first alternative everywhere is the simplest. */
final class ExpressionGenerator {

  /**
   * One way to write an expression: its name in the coverage, and what writes it at a remaining
   * depth.
   */
  record Production(String name, IntFunction<String> write) {}

  private final Choices choices;
  private final Coverage coverage;
  private final List<Callee> workflows;
  private final OperatorProductions operators;
  private final CollectionProductions collections;
  private final Names names;

  ExpressionGenerator(Choices choices, Coverage coverage, List<Callee> workflows, Names names) {
    this.choices = choices;
    this.coverage = coverage;
    this.workflows = workflows;
    this.names = names;
    this.operators = new OperatorProductions(this, choices);
    this.collections = new CollectionProductions(this, choices, names);
  }

  /**
   * Writes an expression whose static type is exactly {@code type}, parenthesised where it must be.
   */
  String write(Type type, Scope scope, int depth) {
    coverage.hit("type " + type);
    List<Production> productions = simple(type, scope);
    if (depth > 0 || productions.isEmpty()) {
      productions = new ArrayList<>(productions);
      productions.addAll(common(type, scope));
      productions.addAll(operators.of(type, scope));
      productions.addAll(collections.of(type, scope));
    }
    productions.forEach(production -> coverage.offer("expression " + production.name()));
    Production production = choices.pick(productions);
    coverage.hit("expression " + production.name());
    return production.write().apply(Math.max(0, depth - 1));
  }

  private List<Production> simple(Type type, Scope scope) {
    List<Production> productions = new ArrayList<>();
    if (!type.literals().isEmpty()) {
      productions.add(new Production("literal", depth -> literal(type)));
    }
    List<Scope.Variable> variables = scope.readable(type);
    if (!variables.isEmpty()) {
      Production variable = new Production("variable", depth -> choices.pick(variables).name());
      productions.add(variable);
      productions.add(variable);
    }
    List<Scope.Variable> numbers = scope.readable(Type.INT);
    if (type == Type.BOOLEAN && !numbers.isEmpty()) {
      Production question =
          new Production(
              "comparison of variables",
              depth -> "(" + choices.pick(numbers).name() + " < " + literal(Type.INT) + ")");
      productions.add(question);
      productions.add(question);
    }
    return productions;
  }

  private String literal(Type type) {
    String literal = choices.pick(type.literals());
    return literal.startsWith("-") || literal.startsWith("(") ? "(" + literal + ")" : literal;
  }

  private List<Production> common(Type type, Scope scope) {
    List<Production> productions = new ArrayList<>();
    if (!Signatures.tasksOf(type).isEmpty()) {
      Production call =
          new Production(
              "task call", depth -> call(choices.pick(Signatures.tasksOf(type)), scope, depth));
      productions.add(call);
      productions.add(call);
      productions.add(call);
    }
    List<Callee> callable = workflows.stream().filter(it -> it.result() == type).toList();
    if (!callable.isEmpty()) {
      productions.add(
          new Production("sub-workflow", depth -> call(choices.pick(callable), scope, depth)));
    }
    List<Callee> onActors =
        scope.actors().stream()
            .flatMap(actor -> actor.type().callsOn(actor.name(), type).stream())
            .toList();
    if (!onActors.isEmpty()) {
      Production call =
          new Production("call on an actor", depth -> call(choices.pick(onActors), scope, depth));
      productions.addAll(Collections.nCopies(6, call));
    }
    productions.add(new Production("ternary", depth -> ternary(type, scope, depth)));
    productions.add(new Production("parentheses", depth -> "(" + write(type, scope, depth) + ")"));
    List<Scope.Variable> assignable =
        scope.assignable().stream().filter(variable -> variable.type() == type).toList();
    if (!assignable.isEmpty()) {
      productions.add(
          new Production(
              "assignment",
              depth ->
                  "(" + choices.pick(assignable).name() + " = " + write(type, scope, depth) + ")"));
    }
    return productions;
  }

  private String ternary(Type type, Scope scope, int depth) {
    String condition = write(Type.BOOLEAN, scope, depth);
    return "("
        + condition
        + " ? "
        + write(type, scope, depth)
        + " : "
        + write(type, scope, depth)
        + ")";
  }

  String call(Callee callee, Scope scope, int depth) {
    return callee.parameters().stream()
        .map(parameter -> write(parameter, scope, depth))
        .collect(Collectors.joining(", ", callee.name() + "(", ")"));
  }

  /**
   * Writes a lambda over elements of these types: an expression, a block, or a method reference.
   */
  String lambda(List<Type> elements, Type result, Scope scope, int depth) {
    Scope inner = scope.lambda();
    List<String> parameters = new ArrayList<>();
    for (Type element : elements) {
      String name = names.next("e");
      inner.declare(element, name, false);
      parameters.add(name);
    }
    String head =
        parameters.size() == 1
            ? parameters.get(0)
            : parameters.stream().collect(Collectors.joining(", ", "(", ")"));
    names.enterLambda();
    boolean block = choices.oneIn(3);
    coverage.hit(block ? "syntax block lambda" : "syntax lambda");
    String body = block ? names.body(inner, result, depth, this) : write(result, inner, depth);
    names.leaveLambda();
    return head + " -> " + body;
  }

  /** The next step's tag; whoever takes it writes no further step before its call. */
  int tag() {
    return names.tag();
  }

  void hit(String kind) {
    coverage.hit(kind);
  }
}
