package dev.jacquard.differential;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes random blocks of statements that end in a return. */
final class StatementGenerator {

  private static final List<Type> INFERRED =
      List.of(Type.INT, Type.LONG, Type.DOUBLE, Type.BOOLEAN, Type.CHAR, Type.STRING, Type.POINT);
  private static final List<Type> CHANGING =
      List.of(
          Type.INT,
          Type.LONG,
          Type.BOOLEAN,
          Type.STRING,
          Type.CHAR,
          Type.BYTE,
          Type.BOXED,
          Type.INTS,
          Type.DOUBLE);

  private final Choices choices;
  private final Coverage coverage;
  private final ExpressionGenerator expressions;
  private final Names names;
  private final ActorStatements actors;

  StatementGenerator(
      Choices choices, Coverage coverage, ExpressionGenerator expressions, Names names) {
    this.choices = choices;
    this.coverage = coverage;
    this.expressions = expressions;
    this.names = names;
    this.actors = new ActorStatements(choices, coverage, expressions, names);
  }

  /** Writes a block with so many statements before its return. */
  String block(Scope scope, Type result, int depth, int statements) {
    StringBuilder text = new StringBuilder("{\n");
    for (int i = 0; i < statements; i++) {
      text.append(statement(scope, result, depth));
    }
    return text + fingerprint(scope) + "return " + expressions.write(result, scope, depth) + ";\n}";
  }

  /** Tells what the variables that change have come to, since a random expression may not ask. */
  private String fingerprint(Scope scope) {
    List<Scope.Variable> changing = scope.assignable();
    if (changing.isEmpty()) {
      return "";
    }
    String joined =
        changing.stream().map(Scope.Variable::name).collect(Collectors.joining(" + \",\" + "));
    return hit(
        "fingerprint",
        "Library.log(" + names.tag() + ", Library.fingerprint(\"\" + " + joined + "));\n");
  }

  private String statement(Scope scope, Type result, int depth) {
    return switch (choices.next(18)) {
      case 1, 2 -> declaration(scope, depth);
      case 3, 4 -> mutable(scope, depth);
      case 5 -> assignment(scope, depth);
      case 6 -> compound(scope, depth);
      case 7, 8 -> branch(scope, result, depth);
      case 9 -> hit("early return", earlyReturn(scope, result, depth));
      case 10 -> hit("step", step(scope, depth));
      case 11 ->
          hit(
              "discarded call",
              "Library.fails(" + expressions.write(Type.INT, scope, depth) + ");\n");
      case 12 -> assignedInBoth(scope, depth);
      case 13, 14 -> assignedInOne(scope, depth);
      case 15 -> hit("nested block", nested(scope.block(), result, depth));
      case 16 -> actors.local(scope, depth);
      case 17 -> actors.resource(scope, depth, inner -> nested(inner, result, depth));
      default -> hit("empty statement", ";\n");
    };
  }

  private String hit(String kind, String text) {
    coverage.hit("syntax " + kind);
    return text;
  }

  private String nested(Scope scope, Type result, int depth) {
    StringBuilder text = new StringBuilder("{\n");
    int statements = choices.next(3);
    for (int i = 0; i < statements; i++) {
      text.append(statement(scope, result, depth - 1));
    }
    return text + (choices.oneIn(3) ? hit("step", step(scope, 1)) : "") + "}\n";
  }

  private String declaration(Scope scope, int depth) {
    boolean inferred = choices.oneIn(3);
    Type type = choices.pick(inferred ? INFERRED : Arrays.asList(Type.values()));
    String value = expressions.write(type, scope, depth);
    String name = names.next("v");
    scope.declare(type, name, false);
    coverage.hit(inferred ? "syntax var" : "syntax local");
    return (inferred ? "final var " : type.java() + " ") + name + " = " + value + ";\n";
  }

  private String mutable(Scope scope, int depth) {
    Type type = choices.pick(CHANGING);
    String value = expressions.write(type, scope, depth);
    String name = names.next("m");
    scope.declare(type, name, true);
    String declaration = type.java() + " " + name + " = " + value + ";\n";
    boolean counts = type.isNumeric() && choices.oneIn(2);
    return hit("mutable local", declaration + (counts ? hit("increment", name + "++;\n") : ""));
  }

  private String assignment(Scope scope, int depth) {
    List<Scope.Variable> assignable = scope.assignable();
    if (assignable.isEmpty()) {
      return ";\n";
    }
    Scope.Variable variable = choices.pick(assignable);
    return hit(
        "reassignment",
        variable.name() + " = " + expressions.write(variable.type(), scope, depth) + ";\n");
  }

  private String compound(Scope scope, int depth) {
    List<Scope.Variable> numbers =
        scope.assignable().stream()
            .filter(it -> it.type().isNumeric() || it.type() == Type.STRING)
            .toList();
    if (numbers.isEmpty()) {
      return ";\n";
    }
    Scope.Variable variable = choices.pick(numbers);
    if (variable.type() != Type.STRING && choices.oneIn(3)) {
      return hit("increment", variable.name() + choices.pick(List.of("++", "--")) + ";\n");
    }
    String symbol =
        variable.type() == Type.STRING ? "+=" : choices.pick(List.of("+=", "-=", "*=", "/="));
    Type operand = choices.pick(List.of(Type.INT, Type.LONG, Type.DOUBLE, Type.CHAR));
    return hit(
        "compound assignment",
        variable.name() + " " + symbol + " " + expressions.write(operand, scope, depth) + ";\n");
  }

  private String branch(Scope scope, Type result, int depth) {
    String condition = expressions.write(Type.BOOLEAN, scope, depth);
    String head = "if (" + condition + ") " + nested(scope.block(), result, depth);
    if (choices.oneIn(2)) {
      return hit("if else", head + "else " + nested(scope.block(), result, depth));
    }
    return hit("if", head);
  }

  private String earlyReturn(Scope scope, Type result, int depth) {
    return "if ("
        + expressions.write(Type.BOOLEAN, scope, depth)
        + ") {\nreturn "
        + expressions.write(result, scope, depth)
        + ";\n}\n";
  }

  private String step(Scope scope, int depth) {
    String task = choices.pick(List.of("log", "logOrFail"));
    String argument = expressions.write(Type.INT, scope, depth);
    return "Library." + task + "(" + names.tag() + ", " + argument + ");\n";
  }

  private String assignedInOne(Scope scope, int depth) {
    List<Scope.Variable> assignable = scope.assignable();
    if (assignable.isEmpty()) {
      return mutable(scope, depth);
    }
    Scope.Variable variable = choices.pick(assignable);
    String condition = expressions.write(Type.BOOLEAN, scope, depth);
    String assignment =
        variable.name() + " = " + expressions.write(variable.type(), scope, depth) + ";\n";
    boolean otherwise = choices.oneIn(2);
    return hit(
        "assigned in one arm",
        "if (" + condition + ") {\n" + (otherwise ? "} else {\n" : "") + assignment + "}\n");
  }

  private String assignedInBoth(Scope scope, int depth) {
    Type type = choices.pick(CHANGING);
    String condition = expressions.write(Type.BOOLEAN, scope, depth);
    String then = expressions.write(type, scope, depth);
    String otherwise = expressions.write(type, scope, depth);
    String name = names.next("a");
    scope.declare(type, name, false);
    return hit(
        "assigned in both arms",
        type.java()
            + " "
            + name
            + ";\nif ("
            + condition
            + ") {\n"
            + name
            + " = "
            + then
            + ";\n} else {\n"
            + name
            + " = "
            + otherwise
            + ";\n}\n");
  }
}
