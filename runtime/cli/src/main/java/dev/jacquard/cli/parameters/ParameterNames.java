package dev.jacquard.cli.parameters;

import dev.jacquard.spec.v1.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a workflow's parameters: {@code --maxPoints} as well as {@code --max-points}. */
final class ParameterNames {

  private final Map<String, Parameter> options = new LinkedHashMap<>();

  ParameterNames(List<Parameter> parameters) {
    parameters.forEach(parameter -> options.put("--" + parameter.getName(), parameter));
    // An exact name goes before another parameter's kebab form.
    parameters.forEach(parameter -> options.putIfAbsent(option(parameter), parameter));
  }

  Optional<Parameter> find(String option) {
    return Optional.ofNullable(options.get(option));
  }

  Set<String> options() {
    return options.keySet();
  }

  /** The option by which help and messages call a parameter. */
  static String option(Parameter parameter) {
    return "--" + kebab(parameter.getName());
  }

  /** {@code maxURLLength2} becomes {@code max-url-length2}. */
  static String kebab(String name) {
    return name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "-")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }
}
