package dev.jacquard.cli.parameters;

import dev.jacquard.engine.code.NearestName;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sorts the words after a workflow's name into the texts of its parameters. */
final class Words {

  private final ParameterNames names;
  private final Set<String> commandOptions;
  private final List<String> problems;
  private final Map<Parameter, String> texts = new LinkedHashMap<>();
  private final Set<Parameter> withoutText = new HashSet<>();

  /**
   * Makes an empty sorter.
   *
   * @param commandOptions Jacquard's own options, which stand before the workflow's name
   * @param problems where what is wrong is added to
   */
  Words(ParameterNames names, Set<String> commandOptions, List<String> problems) {
    this.names = names;
    this.commandOptions = commandOptions;
    this.problems = problems;
  }

  /** Returns the text of each parameter that was given one. */
  Map<Parameter, String> sort(List<String> words) {
    Lookahead rest = new Lookahead(words);
    while (rest.hasNext()) {
      next(rest);
    }
    return texts;
  }

  /** Whether a parameter was named, but no text followed; that is told already. */
  boolean lacksText(Parameter parameter) {
    return withoutText.contains(parameter);
  }

  private void next(Lookahead rest) {
    String word = rest.next();
    if (!word.startsWith("--") || word.equals("--")) {
      problems.add(
          word
              + ": expected an option; each parameter is given by its name, such as "
              + names.options().stream().findFirst().orElse("--name")
              + " VALUE.");
      return;
    }
    int equals = word.indexOf('=');
    String option = equals < 0 ? word : word.substring(0, equals);
    Optional<Parameter> parameter = names.find(option);
    if (parameter.isEmpty()) {
      unknown(option);
      skipValue(equals, rest);
    } else if (equals >= 0) {
      put(option, parameter.get(), word.substring(equals + 1));
    } else {
      put(option, parameter.get(), rest);
    }
  }

  private void put(String option, Parameter parameter, Lookahead rest) {
    boolean valueFollows = rest.hasNext() && names.find(rest.peek()).isEmpty();
    if (isBoolean(parameter.getType()) && !(valueFollows && !rest.peek().startsWith("--"))) {
      put(option, parameter, "true");
    } else if (valueFollows) {
      put(option, parameter, rest.next());
    } else {
      problems.add(
          option
              + ": expected a value after it, found "
              + (rest.hasNext() ? rest.peek() : "nothing")
              + ".");
      withoutText.add(parameter);
    }
  }

  private void put(String option, Parameter parameter, String text) {
    if (texts.put(parameter, text) != null) {
      problems.add(option + ": given twice.");
    }
  }

  private void unknown(String option) {
    if (commandOptions.contains(option)) {
      problems.add(
          option
              + ": no parameter of the workflow. As an option of jacquard run it must stand before"
              + " the workflow's name.");
      return;
    }
    String nearest =
        NearestName.of(option, names.options())
            .map(near -> " Did you mean " + near + "?")
            .orElse("");
    problems.add(option + ": the workflow has no such parameter." + nearest);
  }

  private static void skipValue(int equals, Lookahead rest) {
    if (equals < 0 && rest.hasNext() && !rest.peek().startsWith("--")) {
      rest.next();
    }
  }

  private static boolean isBoolean(Type type) {
    return type.getPrimitive() == Primitive.BOOLEAN || type.getBoxed() == Primitive.BOOLEAN;
  }

  /** Words, the next of which can be looked at. */
  private static final class Lookahead {
    private final List<String> words;
    private int position;

    Lookahead(List<String> words) {
      this.words = words;
    }

    boolean hasNext() {
      return position < words.size();
    }

    String next() {
      String word = words.get(position);
      position++;
      return word;
    }

    String peek() {
      return words.get(position);
    }
  }
}
