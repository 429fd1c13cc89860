package dev.jacquard.cli.parameters;

import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of a workflow's own parameters are written: what {@link Texts} reads, of those.
 */
final class ValueHelp {

  private static final String LIST_FILES =
      " or JSON; @FILE.json, @FILE.jsonl: from a file; -: from standard input";

  private final WorkflowSpec spec;

  private ValueHelp(WorkflowSpec spec) {
    this.spec = spec;
  }

  /** Returns a line for each way of writing that is not plain from the type's name. */
  static List<String> of(WorkflowSpec spec) {
    ValueHelp help = new ValueHelp(spec);
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Parameter parameter : spec.getInterface().getParametersList()) {
      help.form(parameter.getType())
          .ifPresent(
              form ->
                  options
                      .computeIfAbsent(form, f -> new ArrayList<>())
                      .add(ParameterNames.option(parameter)));
    }
    return options.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .toList();
  }

  private Optional<String> form(Type type) {
    Type inner = type.hasOptional() ? type.getOptional() : type;
    return switch (inner.getKindCase()) {
      case PRIMITIVE, BOXED -> Optional.empty();
      case SCALAR -> ofScalar(inner.getScalar());
      case DEFINED ->
          definition(inner).hasEnumeration() ? Optional.empty() : Optional.of(json("@FILE.json"));
      case ARRAY -> Optional.of(ofArray(inner.getArray()));
      case LIST -> Optional.of(ofElements(inner.getList()));
      case SET -> Optional.of(ofElements(inner.getSet()));
      default -> Optional.of(json("@FILE.json"));
    };
  }

  private static Optional<String> ofScalar(Scalar scalar) {
    return switch (scalar) {
      case STRING -> Optional.of("the text; @FILE: a file's text; @@x: the text @x");
      case FAILURE, BLOB_REF -> Optional.of(json("@FILE.json"));
      default -> Optional.empty();
    };
  }

  private static String ofArray(Primitive element) {
    return element == Primitive.BYTE
        ? "base64 or JSON; @FILE.json: from a file; -: from standard input"
        : numbers(element) + LIST_FILES;
  }

  private String ofElements(Type element) {
    return switch (element.getKindCase()) {
      case PRIMITIVE -> numbers(element.getPrimitive()) + LIST_FILES;
      case BOXED -> numbers(element.getBoxed()) + LIST_FILES;
      case SCALAR -> ofScalars(element.getScalar());
      case DEFINED ->
          definition(element).hasEnumeration()
              ? constants(definition(element).getEnumeration()) + LIST_FILES
              : json("@FILE.json, @FILE.jsonl");
      default -> json("@FILE.json, @FILE.jsonl");
    };
  }

  private static String ofScalars(Scalar element) {
    return switch (element) {
      case STRING ->
          "a,b,c or JSON; @FILE.txt: a file's lines; @FILE.json: from a file; -: JSON from standard input";
      case FAILURE, BLOB_REF -> json("@FILE.json, @FILE.jsonl");
      case BIG_INTEGER, BIG_DECIMAL -> numbers(Primitive.LONG) + LIST_FILES;
      default -> "several with commas between them," + LIST_FILES;
    };
  }

  private static String numbers(Primitive element) {
    return switch (element) {
      case BOOLEAN -> "true,false";
      case CHAR -> "a,b,c";
      case FLOAT, DOUBLE -> "0.5,1.5";
      default -> "1,2,3";
    };
  }

  private static String constants(EnumType type) {
    return String.join(
        ",", type.getConstantsList().subList(0, Math.min(2, type.getConstantsCount())));
  }

  private static String json(String files) {
    return "JSON; " + files + ": from a file; -: from standard input";
  }

  private TypeDefinition definition(Type type) {
    return spec.getTypes(type.getDefined());
  }
}
