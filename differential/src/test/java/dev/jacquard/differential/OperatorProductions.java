package dev.jacquard.differential;

import dev.jacquard.differential.ExpressionGenerator.Production;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Operators, casts and the functions of numbers, text and records. */
final class OperatorProductions {

  private static final List<Type> NUMERIC =
      Arrays.stream(Type.values()).filter(Type::isNumeric).toList();
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
  private static final List<String> COMPARISON = List.of("<", "<=", ">", ">=", "==", "!=");

  private final ExpressionGenerator expressions;
  private final Choices choices;

  OperatorProductions(ExpressionGenerator expressions, Choices choices) {
    this.expressions = expressions;
    this.choices = choices;
  }

  List<Production> of(Type type, Scope scope) {
    return switch (type) {
      case INT -> ints(scope);
      case LONG, DOUBLE, FLOAT -> promoted(type, scope);
      case CHAR, BYTE, SHORT -> List.of(cast(type, scope));
      case BOOLEAN -> booleans(scope);
      case STRING -> strings(scope);
      case BOXED -> List.of(boxing(scope), component("weights().get(1)", Type.LINE, scope));
      case POINT -> points(scope);
      case LINE -> lines(scope);
      case SHAPE -> shapes(scope);
      case INT_ARRAY -> List.of(arrayLiteral(type, Type.INT, scope));
      case DOUBLE_ARRAY -> List.of(arrayLiteral(type, Type.DOUBLE, scope));
      default -> List.of();
    };
  }

  private List<Production> ints(Scope scope) {
    List<Production> productions = new ArrayList<>();
    productions.add(
        binary("int arithmetic", ARITHMETIC, List.of(Type.INT), List.of(Type.INT), scope));
    productions.add(
        binary(
            "int promotion",
            ARITHMETIC,
            List.of(Type.BYTE, Type.SHORT, Type.CHAR, Type.BOXED),
            List.of(Type.INT, Type.CHAR, Type.BOXED),
            scope));
    productions.add(
        binary(
            "shift",
            List.of("<<", ">>", ">>>"),
            List.of(Type.INT, Type.CHAR),
            List.of(Type.INT, Type.LONG),
            scope));
    productions.add(
        binary("int bits", List.of("&", "|", "^"), List.of(Type.INT), List.of(Type.INT), scope));
    productions.add(
        new Production(
            "unary",
            depth ->
                "("
                    + choices.pick(List.of("-", "~", "+"))
                    + " "
                    + expressions.write(choices.pick(List.of(Type.INT, Type.CHAR)), scope, depth)
                    + ")"));
    productions.add(cast(Type.INT, scope));
    List<Scope.Variable> assignable =
        scope.assignable().stream().filter(it -> it.type() == Type.INT).toList();
    if (!assignable.isEmpty()) {
      productions.add(
          new Production(
              "increment",
              depth -> {
                String name = choices.pick(assignable).name();
                return "(" + choices.pick(List.of(name + "++", "--" + name)) + ")";
              }));
    }
    productions.add(component("x()", Type.POINT, scope));
    productions.add(
        new Production(
            "failing before a call that fails",
            depth ->
                "("
                    + expressions.write(Type.INT, scope, depth)
                    + choices.pick(List.of(" / (", " % ("))
                    + expressions.write(Type.INT, scope, 0)
                    + " & 1) + Library.fails("
                    + expressions.write(Type.INT, scope, 0)
                    + "))"));
    productions.addAll(arrays(scope));
    productions.add(
        new Production(
            "narrowing of a reference",
            depth ->
                "((Circle) Library.shape("
                    + expressions.write(Type.INT, scope, depth)
                    + ")).radius()"));
    productions.add(component("length()", Type.STRING, scope));
    productions.add(component("ordinal()", Type.COLOR, scope));
    productions.add(
        new Production(
            "pure function",
            depth ->
                "Math.max("
                    + expressions.write(Type.INT, scope, depth)
                    + ", "
                    + expressions.write(Type.INT, scope, depth)
                    + ")"));
    productions.add(
        new Production(
            "effects task",
            depth ->
                "Library.note("
                    + expressions.tag()
                    + ", "
                    + expressions.write(Type.INT, scope, 0)
                    + ")"));
    return productions;
  }

  private List<Production> arrays(Scope scope) {
    return List.of(
        new Production(
            "array element",
            depth ->
                expressions.write(Type.INT_ARRAY, scope, depth)
                    + "["
                    + (choices.oneIn(4) ? expressions.write(Type.INT, scope, 0) : choices.next(2))
                    + "]"),
        component("length", Type.INT_ARRAY, scope),
        component("length", Type.DOUBLE_ARRAY, scope));
  }

  private Production arrayLiteral(Type type, Type element, Scope scope) {
    return new Production(
        "array literal",
        depth ->
            "(new "
                + type.java()
                + " {"
                + expressions.write(element, scope, depth)
                + ", "
                + expressions.write(element, scope, 0)
                + "})");
  }

  private List<Production> promoted(Type type, Scope scope) {
    List<Type> narrower =
        switch (type) {
          case LONG -> List.of(Type.LONG, Type.INT, Type.CHAR);
          case FLOAT -> List.of(Type.FLOAT, Type.LONG, Type.INT);
          default -> List.of(Type.DOUBLE, Type.FLOAT, Type.LONG, Type.BYTE);
        };
    List<Production> productions = new ArrayList<>();
    productions.add(binary(type + " arithmetic", ARITHMETIC, List.of(type), narrower, scope));
    productions.add(binary(type + " promotion", ARITHMETIC, narrower, List.of(type), scope));
    productions.add(cast(type, scope));
    if (type == Type.LONG) {
      productions.add(
          binary(
              "long shift", List.of("<<", ">>", ">>>"), List.of(type), List.of(Type.INT), scope));
      productions.add(binary("long bits", List.of("&", "|", "^"), List.of(type), narrower, scope));
      productions.add(component("y()", Type.POINT, scope));
    }
    return productions;
  }

  private List<Production> booleans(Scope scope) {
    List<Type> bool = List.of(Type.BOOLEAN);
    List<Production> productions = new ArrayList<>();
    productions.add(binary("comparison", COMPARISON, NUMERIC, NUMERIC, scope));
    productions.add(binary("short circuit", List.of("&&", "||"), bool, bool, scope));
    productions.add(binary("boolean bits", List.of("&", "|", "^", "==", "!="), bool, bool, scope));
    productions.add(
        new Production("not", depth -> "(!" + expressions.write(Type.BOOLEAN, scope, depth) + ")"));
    productions.add(
        binary(
            "enum identity", List.of("==", "!="), List.of(Type.COLOR), List.of(Type.COLOR), scope));
    productions.add(
        new Production(
            "null check",
            depth -> {
              List<Type> nullable = List.of(Type.STRING, Type.POINT, Type.BOXED, Type.COLOR);
              return "("
                  + expressions.write(choices.pick(nullable), scope, depth)
                  + choices.pick(List.of(" == null)", " != null)"));
            }));
    productions.add(
        new Production(
            "equals",
            depth -> {
              Type type = choices.pick(List.of(Type.STRING, Type.POINT, Type.INTS, Type.LINE));
              return "Objects.equals("
                  + expressions.write(type, scope, depth)
                  + ", "
                  + expressions.write(type, scope, depth)
                  + ")";
            }));
    productions.add(component("isEmpty()", Type.STRING, scope));
    productions.add(component("isPresent()", Type.OPTIONAL, scope));
    return productions;
  }

  private List<Production> strings(Scope scope) {
    return List.of(
        new Production(
            "concatenation",
            depth -> {
              List<Type> any =
                  Arrays.stream(Type.values())
                      .filter(type -> type.hasStableText() && type != Type.STRING)
                      .toList();
              return "("
                  + expressions.write(Type.STRING, scope, depth)
                  + " + "
                  + expressions.write(choices.pick(any), scope, depth)
                  + " + "
                  + expressions.write(Type.STRING, scope, depth)
                  + ")";
            }),
        component("label()", Type.POINT, scope),
        component("strip()", Type.STRING, scope),
        component("name()", Type.COLOR, scope));
  }

  private List<Production> points(Scope scope) {
    return List.of(
        component("from()", Type.LINE, scope),
        new Production(
            "record construction",
            depth ->
                "new Point("
                    + expressions.write(Type.INT, scope, depth)
                    + ", "
                    + expressions.write(choices.pick(List.of(Type.LONG, Type.INT)), scope, depth)
                    + ", "
                    + expressions.write(Type.STRING, scope, depth)
                    + ")"));
  }

  private List<Production> lines(Scope scope) {
    return List.of(
        new Production(
            "record of records",
            depth ->
                "new Line("
                    + expressions.write(Type.POINT, scope, depth)
                    + ", null, "
                    + expressions.write(Type.INTS, scope, depth)
                    + ")"));
  }

  private List<Production> shapes(Scope scope) {
    return List.of(
        new Production(
            "sealed record",
            depth -> "new Circle(" + expressions.write(Type.INT, scope, depth) + ")"),
        new Production(
            "narrowing of a reference",
            depth ->
                "((Square) Library.shape(" + expressions.write(Type.INT, scope, depth) + "))"));
  }

  private Production boxing(Scope scope) {
    return new Production(
        "boxing", depth -> "Integer.valueOf(" + expressions.write(Type.INT, scope, depth) + ")");
  }

  private Production cast(Type type, Scope scope) {
    return new Production(
        "cast",
        depth ->
            "(("
                + type.java()
                + ") "
                + expressions.write(choices.pick(NUMERIC), scope, depth)
                + ")");
  }

  private Production component(String accessor, Type receiver, Scope scope) {
    return new Production(
        receiver + "." + accessor,
        depth -> expressions.write(receiver, scope, depth) + "." + accessor);
  }

  private Production binary(
      String name, List<String> symbols, List<Type> left, List<Type> right, Scope scope) {
    return new Production(
        name,
        depth ->
            "("
                + expressions.write(choices.pick(left), scope, depth)
                + " "
                + choices.pick(symbols)
                + " "
                + expressions.write(choices.pick(right), scope, depth)
                + ")");
  }
}
