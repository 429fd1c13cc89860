package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_DEFAULT;

import dev.jacquard.Default;
import dev.jacquard.processor.declare.LiteralReader.NoLiteralException;
import dev.jacquard.processor.declare.ValueTypes.Codecs;
import dev.jacquard.processor.declare.ValueTypes.Reading;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Interfaces.Parameter;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters and results of the methods of one class as types of values. */
final class SignatureReader {

  /** What was read; a part that is no value, or of invalid Java, makes it incomplete. */
  record Signature(
      List<Parameter> parameters,
      Optional<ValueType> result,
      SortedMap<String, Definition> definitions,
      boolean complete) {}

  private final ValueTypes types;
  private final String packageName;
  private final Codecs codecs;
  private final Diagnostics<Place> diagnostics;

  /** Mistakes inside a named type, which many methods may reach and which is told once. */
  private final Set<String> toldOfTypes = new HashSet<>();

  private final SortedMap<String, TypeElement> records = new TreeMap<>();

  SignatureReader(
      ValueTypes types, String packageName, Codecs codecs, Diagnostics<Place> diagnostics) {
    this.types = types;
    this.packageName = packageName;
    this.codecs = codecs;
    this.diagnostics = diagnostics;
  }

  /** Returns all records that were seen so far, by binary class name. */
  SortedMap<String, TypeElement> records() {
    return records;
  }

  /** Reads one method; {@code names} are those of its parameters. */
  Signature read(MarkedMethod method, List<String> names) {
    if (!method.method().getTypeParameters().isEmpty()) {
      // It is told that there must be none; what they are used for is the same mistake.
      return new Signature(List.of(), Optional.empty(), new TreeMap<>(), false);
    }
    SortedMap<String, Definition> definitions = new TreeMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      VariableElement parameter = method.method().getParameters().get(i);
      String subject = "Parameter '" + names.get(i) + "' of " + method.described();
      Optional<ValueType> type =
          read(parameter.asType(), Place.of(parameter), subject, definitions);
      if (type.isPresent()) {
        Optional<Literal> defaultValue =
            method.kind() == MethodKind.WORKFLOW
                ? defaultOf(parameter, names.get(i), type.get(), definitions)
                : Optional.empty();
        parameters.add(new Parameter(names.get(i), type.get(), defaultValue));
      }
    }
    TypeMirror returned = method.method().getReturnType();
    boolean isVoid = returned.getKind() == TypeKind.VOID;
    Optional<ValueType> result =
        isVoid
            ? Optional.empty()
            : read(
                returned,
                Place.of(method.method()),
                "The result of " + method.described(),
                definitions);
    boolean complete = parameters.size() == names.size() && (isVoid || result.isPresent());
    return new Signature(List.copyOf(parameters), result, definitions, complete);
  }

  /**
   * Reads a constructor, in silence: one with parameters that are no values is there for others
   * than workflows.
   */
  Optional<Signature> readConstructor(ExecutableElement constructor, List<String> names) {
    SortedMap<String, Definition> definitions = new TreeMap<>();
    SortedMap<String, TypeElement> reached = new TreeMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TypeMirror type = constructor.getParameters().get(i).asType();
      if (!constructor.getTypeParameters().isEmpty()
          || !(types.read(type, packageName, codecs) instanceof Reading.Value value)) {
        return Optional.empty();
      }
      definitions.putAll(value.definitions());
      reached.putAll(value.records());
      parameters.add(new Parameter(names.get(i), value.type(), Optional.empty()));
    }
    records.putAll(reached);
    return Optional.of(new Signature(List.copyOf(parameters), Optional.empty(), definitions, true));
  }

  private Optional<ValueType> read(
      TypeMirror type, Place place, String subject, Map<String, Definition> definitions) {
    Reading reading = types.read(type, packageName, codecs);
    if (reading instanceof Reading.Value value) {
      definitions.putAll(value.definitions());
      records.putAll(value.records());
      return Optional.of(value.type());
    }
    if (reading instanceof Reading.Refused refused) {
      report(refused, place, subject);
    }
    return Optional.empty();
  }

  private void report(Reading.Refused refused, Place place, String subject) {
    if (refused.culprit().isEmpty() || toldOfTypes.add(refused.culprit())) {
      List<Object> words = new ArrayList<>();
      words.add(subject);
      words.addAll(refused.words());
      diagnostics.report(place, refused.problem(), words.toArray());
    }
  }

  private Optional<Literal> defaultOf(
      VariableElement parameter, String name, ValueType type, Map<String, Definition> definitions) {
    Optional<Mark> mark = Mark.of(parameter, Default.class);
    Optional<String> text = mark.flatMap(found -> found.soundText("value"));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LiteralReader(definitions).read(type, text.get()));
    } catch (NoLiteralException e) {
      diagnostics.report(
          mark.get().place("value"), BAD_DEFAULT, name, e.expected(), text.get(), e.hint());
      return Optional.empty();
    }
  }
}
