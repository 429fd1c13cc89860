package dev.jacquard.cli.parameters;

import dev.jacquard.engine.value.JsonValues;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;
import java.util.stream.Collectors;

/** {@code jacquard run WORKFLOW --help}: a workflow's parameters, made from its spec. */
public final class ParameterHelp {

  private static final int LONGEST_DEFAULT = 60;

  private final WorkflowSpec spec;
  private final TypeTable types;

  private ParameterHelp(WorkflowSpec spec, TypeTable types) {
    this.spec = spec;
    this.types = types;
  }

  /** Writes the help of a workflow. */
  public static String write(WorkflowSpec spec, TypeTable types) {
    return new ParameterHelp(spec, types).write();
  }

  private String write() {
    List<Parameter> parameters = spec.getInterface().getParametersList();
    StringBuilder help =
        new StringBuilder("Usage: jacquard run [options] ").append(spec.getInterface().getId());
    help.append(parameters.isEmpty() ? "\n" : " [parameters]\n");
    if (!spec.getDocumentation().isBlank()) {
      help.append(spec.getDocumentation().strip()).append('\n');
    }
    help.append("\nParameters").append(parameters.isEmpty() ? ": none\n" : ":\n");
    int width = parameters.stream().mapToInt(p -> head(p).length()).max().orElse(0);
    for (Parameter parameter : parameters) {
      help.append("  ")
          .append(pad(head(parameter), width))
          .append("  ")
          .append(about(parameter))
          .append('\n');
    }
    help.append("\nResult: ").append(result()).append(" (JSON, on standard output)\n");
    if (!parameters.isEmpty()) {
      values(help);
    }
    return help.toString();
  }

  private void values(StringBuilder help) {
    List<String> forms = ValueHelp.of(spec);
    if (!forms.isEmpty()) {
      help.append("\nValues:\n");
      forms.forEach(form -> help.append("  ").append(form).append('\n'));
    }
    help.append("\nJacquard's own options stand before the workflow's name: jacquard run --help\n");
  }

  private String head(Parameter parameter) {
    return ParameterNames.option(parameter) + " " + types.name(parameter.getType());
  }

  private String about(Parameter parameter) {
    String need = parameter.hasDefault() ? "default: " + initial(parameter) : "required";
    String form = form(parameter.getType());
    return form.isEmpty() ? need : need + "; " + form;
  }

  /** A default of a class that cannot be loaded here is no reason to show no help. */
  private String initial(Parameter parameter) {
    try {
      Object value = ValueEncoding.of(types).decode(parameter.getType(), parameter.getDefault());
      String text = JsonValues.of(types).write(parameter.getType(), value);
      return text.length() > LONGEST_DEFAULT ? text.substring(0, LONGEST_DEFAULT) + "..." : text;
    } catch (ValueException e) {
      return "set in the source";
    }
  }

  /** What JSON a type of the user's own takes. */
  private String form(Type type) {
    if (!type.hasDefined()) {
      return type.hasList() ? form(type.getList()) : "";
    }
    TypeDefinition definition = spec.getTypes(type.getDefined());
    return switch (definition.getKindCase()) {
      case RECORD ->
          definition.getRecord().getComponentsList().stream()
              .map(this::component)
              .collect(Collectors.joining(", ", types.name(type) + " is {", "}"));
      case ENUMERATION -> "one of " + constants(definition.getEnumeration());
      default -> "";
    };
  }

  private String component(RecordComponent component) {
    return '"' + component.getName() + "\": " + types.name(component.getType());
  }

  private static String constants(EnumType type) {
    return String.join(", ", type.getConstantsList());
  }

  private String result() {
    return spec.getInterface().hasResult() ? types.name(spec.getInterface().getResult()) : "null";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
