package dev.jacquard.differential;

import dev.jacquard.differential.ExpressionGenerator.Production;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Lists, maps, optionals, and the verbs over lists. */
final class CollectionProductions {

  private static final Map<Type, Type> LIST_OF =
      Map.of(
          Type.STRING, Type.STRINGS,
          Type.POINT, Type.POINTS,
          Type.COLOR, Type.COLORS,
          Type.INTS, Type.NESTED,
          Type.BOXED, Type.INTS);

  /** From an element to an int: static, unbound of a record, unbound of a pure function. */
  private static final Map<Type, String> REFERENCES =
      Map.of(
          Type.INTS, "Library::twice",
          Type.POINTS, "Point::x",
          Type.STRINGS, "String::length");

  private final ExpressionGenerator expressions;
  private final Choices choices;
  private final Names names;

  CollectionProductions(ExpressionGenerator expressions, Choices choices, Names names) {
    this.expressions = expressions;
    this.choices = choices;
    this.names = names;
  }

  List<Production> of(Type type, Scope scope) {
    List<Production> productions = new ArrayList<>();
    type.mapped().ifPresent(body -> productions.addAll(lists(type, body, scope)));
    if (LIST_OF.containsKey(type)) {
      productions.add(element(type, LIST_OF.get(type), scope));
    }
    switch (type) {
      case INT -> productions.addAll(sizes(scope));
      case BOXED -> productions.addAll(optionals(scope));
      case BOOLEAN -> productions.addAll(questions(scope));
      case INTS -> productions.addAll(ints(scope));
      case OPTIONAL ->
          productions.add(
              new Production(
                  "optional",
                  depth ->
                      "Optional.ofNullable(" + expressions.write(Type.BOXED, scope, depth) + ")"));
      case MAP ->
          productions.add(
              new Production(
                  "map of",
                  depth ->
                      "Map.of(\"k\", "
                          + expressions.write(Type.INT, scope, depth)
                          + ", \"l\", "
                          + expressions.write(Type.INT, scope, depth)
                          + ")"));
      default -> {}
    }
    return productions;
  }

  private List<Production> lists(Type list, Type body, Scope scope) {
    List<Production> productions = new ArrayList<>();
    productions.add(new Production("map", depth -> map(body, scope, depth)));
    if (body == Type.INT) {
      productions.add(
          new Production("map by method reference", depth -> mapByReference(scope, depth)));
      List<String> adders =
          scope.actors().stream()
              .filter(actor -> actor.type().name().equals("Adder"))
              .map(Scope.ActorVariable::name)
              .toList();
      if (!adders.isEmpty()) {
        Production byActor =
            new Production("map by an actor", depth -> mapByActor(adders, scope, depth));
        productions.addAll(Collections.nCopies(8, byActor));
      }
    }
    productions.add(new Production("map of two", depth -> mapOfTwo(body, scope, depth)));
    productions.add(new Production("map of three", depth -> mapOfThree(body, scope, depth)));
    productions.add(
        new Production(
            "list of",
            depth ->
                "List.of("
                    + expressions.write(body, scope, depth)
                    + ", "
                    + expressions.write(body, scope, 0)
                    + ")"));
    list.element()
        .ifPresent(
            element ->
                productions.add(new Production("filter", depth -> filter(list, scope, depth))));
    productions.add(
        new Production(
            "flatMap",
            depth -> {
              Type source = choices.pick(Type.mappable());
              return "flatMap("
                  + expressions.write(source, scope, depth)
                  + ", "
                  + expressions.lambda(elements(source), list, scope, Math.min(depth, 1))
                  + ")";
            }));
    return productions;
  }

  private String map(Type body, Scope scope, int depth) {
    Type source = choices.pick(Type.mappable());
    return "map("
        + expressions.write(source, scope, depth)
        + ", "
        + expressions.lambda(elements(source), body, scope, depth)
        + options()
        + ")";
  }

  private String mapByReference(Scope scope, int depth) {
    Type source = choices.pick(List.of(Type.INTS, Type.POINTS, Type.STRINGS));
    return "map("
        + expressions.write(source, scope, depth)
        + ", "
        + methodReference(source, scope)
        + ")";
  }

  private String mapByActor(List<String> adders, Scope scope, int depth) {
    expressions.hit("syntax method reference, actor");
    return "map("
        + expressions.write(Type.INTS, scope, depth)
        + ", "
        + choices.pick(adders)
        + choices.pick(List.of("::add", "::failsOn"))
        + options()
        + ")";
  }

  private String methodReference(Type source, Scope scope) {
    if (source == Type.INTS && choices.oneIn(2)) {
      expressions.hit("syntax method reference, bound");
      return expressions.write(Type.INTS, scope, 1) + "::get";
    }
    expressions.hit("syntax method reference, " + source);
    return REFERENCES.get(source);
  }

  private String options() {
    return switch (choices.next(6)) {
      case 4 -> ", concurrency(2)";
      case 5 -> ", name(\"" + names.next("named") + "\"), concurrency(3)";
      default -> "";
    };
  }

  private String mapOfTwo(Type body, Scope scope, int depth) {
    return "map("
        + expressions.write(Type.INTS, scope, depth)
        + ", "
        + expressions.write(Type.INTS, scope, depth)
        + ", "
        + expressions.lambda(List.of(Type.BOXED, Type.BOXED), body, scope, depth)
        + ")";
  }

  private String mapOfThree(Type body, Scope scope, int depth) {
    Scope inner = scope;
    return "map(Library.strings("
        + expressions.write(Type.INT, inner, 0)
        + "), List.of(1, 2, 3), Library.nested("
        + expressions.write(Type.INT, inner, 0)
        + "), "
        + expressions.lambda(
            List.of(Type.STRING, Type.BOXED, Type.INTS), body, scope, Math.min(depth, 1))
        + ")";
  }

  private String filter(Type list, Scope scope, int depth) {
    return "filter("
        + expressions.write(list, scope, depth)
        + ", "
        + expressions.lambda(elements(list), Type.BOOLEAN, scope, depth)
        + ")";
  }

  private static List<Type> elements(Type list) {
    return List.of(list.element().orElseThrow());
  }

  private Production element(Type type, Type list, Scope scope) {
    return new Production(
        "list element of " + type,
        depth ->
            expressions.write(list, scope, depth)
                + ".get("
                + (choices.oneIn(8) ? expressions.write(Type.INT, scope, 0) : choices.next(2))
                + ")");
  }

  private List<Production> sizes(Scope scope) {
    return List.of(
        new Production("size", depth -> expressions.write(Type.INTS, scope, depth) + ".size()"));
  }

  private List<Production> optionals(Scope scope) {
    return List.of(
        new Production(
            "optional or else",
            depth ->
                expressions.write(Type.OPTIONAL, scope, depth)
                    + ".orElse("
                    + expressions.write(Type.BOXED, scope, depth)
                    + ")"),
        new Production(
            "map get", depth -> expressions.write(Type.MAP, scope, depth) + ".get(\"k\")"),
        new Production(
            "map lookup",
            depth ->
                expressions.write(Type.MAP, scope, depth)
                    + ".getOrDefault("
                    + expressions.write(Type.STRING, scope, depth)
                    + ", "
                    + expressions.write(Type.INT, scope, 0)
                    + ")"));
  }

  private List<Production> questions(Scope scope) {
    return List.of(
        new Production(
            "list is empty", depth -> expressions.write(Type.INTS, scope, depth) + ".isEmpty()"),
        new Production(
            "map contains",
            depth -> expressions.write(Type.MAP, scope, depth) + ".containsKey(\"k\")"));
  }

  private List<Production> ints(Scope scope) {
    return List.of(
        new Production(
            "successes",
            depth -> "successes(" + expressions.write(Type.OUTCOMES, scope, depth) + ")"),
        new Production(
            "component list", depth -> expressions.write(Type.LINE, scope, depth) + ".weights()"),
        new Production(
            "range", depth -> "range(" + expressions.write(Type.INT, scope, 0) + " & 3)"));
  }
}
