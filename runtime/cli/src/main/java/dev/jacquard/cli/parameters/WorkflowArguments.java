package dev.jacquard.cli.parameters;

import dev.jacquard.engine.value.JsonValues;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a workflow from the words after its name. */
public final class WorkflowArguments {

  private final WorkflowSpec spec;
  private final TypeTable types;
  private final Texts texts;
  private final List<String> problems = new ArrayList<>();

  private WorkflowArguments(WorkflowSpec spec, TypeTable types, InputStream standardInput) {
    this.spec = spec;
    this.types = types;
    this.texts = new Texts(JsonValues.of(types), standardInput);
  }

  /**
   * Reads the arguments.
   *
   * @param words what follows the workflow's name
   * @param commandOptions Jacquard's own options, to tell somebody who puts them here
   * @return one for each parameter, in order
   * @throws ArgumentException if some are wrong or missing
   */
  public static List<@Nullable Object> read(
      WorkflowSpec spec,
      TypeTable types,
      List<String> words,
      Set<String> commandOptions,
      InputStream standardInput) {
    return new WorkflowArguments(spec, types, standardInput).read(words, commandOptions);
  }

  private List<@Nullable Object> read(List<String> words, Set<String> commandOptions) {
    List<Parameter> parameters = spec.getInterface().getParametersList();
    Words sorter = new Words(new ParameterNames(parameters), commandOptions, problems);
    Map<Parameter, String> given = sorter.sort(words);
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      boolean told = sorter.lacksText(parameter);
      arguments.add(told ? null : argument(parameter, given.get(parameter)));
    }
    if (!problems.isEmpty()) {
      throw new ArgumentException(problems);
    }
    return Collections.unmodifiableList(arguments);
  }

  private @Nullable Object argument(Parameter parameter, @Nullable String text) {
    if (text != null) {
      return argumentOf(parameter, text);
    }
    if (parameter.hasDefault()) {
      return ValueEncoding.of(types).decode(parameter.getType(), parameter.getDefault());
    }
    problems.add(
        ParameterNames.option(parameter)
            + " ("
            + types.name(parameter.getType())
            + ") is missing.");
    return null;
  }

  private @Nullable Object argumentOf(Parameter parameter, String text) {
    String option = ParameterNames.option(parameter);
    try {
      return texts.read(parameter.getType(), text, parameter.getName());
    } catch (ValueException e) {
      String place = e.path().equals(parameter.getName()) ? "" : " (at " + e.path() + ")";
      String takes = " It takes " + types.name(parameter.getType()) + ".";
      problems.add(option + ": " + sentence(e.problem() + place) + takes);
    } catch (TextException e) {
      problems.add(option + ": " + e.getMessage());
    }
    return null;
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
