package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.EncodedDefinition;
import dev.jacquard.processor.model.ValueType.Definition.EnumDefinition;
import dev.jacquard.processor.model.ValueType.Definition.ProtobufDefinition;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Definition.SealedDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Looks through a whole value type for an {@code equals} or {@code toString} that a user wrote. */
final class OwnMethods {

  /** Which method is looked for. */
  enum Method {
    EQUALS("equals"),
    TO_TEXT("toString");

    private final String label;

    Method(String label) {
      this.label = label;
    }
  }

  private final Analysis analysis;
  private final Method method;

  OwnMethods(Analysis analysis, Method method) {
    this.analysis = analysis;
    this.method = method;
  }

  /** Whether a text of it depends on the order of a set or map. */
  boolean isUnordered(ValueType type) {
    return search(type, new HashSet<>(), OwnMethods::unordered, definition -> null) != null;
  }

  private static @Nullable String unordered(ValueType type) {
    return type instanceof ValueType.SetType || type instanceof ValueType.MapType ? "order" : null;
  }

  /** What of the type has such a method, in words; null where nothing has. */
  @Nullable String find(ValueType type) {
    return search(type, new HashSet<>(), this::ofArray, this::ofDefinition);
  }

  private @Nullable String ofArray(ValueType type) {
    return type instanceof ValueType.ArrayType
        ? "the " + method.label + " of an array, which knows its identity alone"
        : null;
  }

  private @Nullable String ofDefinition(Definition definition) {
    boolean own =
        definition instanceof EncodedDefinition
            || definition instanceof ProtobufDefinition
            || (definition instanceof RecordDefinition record && !isImplicit(record))
            || (definition instanceof EnumDefinition
                && method == Method.TO_TEXT
                && hasText(definition.name()));
    return own
        ? "the " + method.label + " of " + PureCallAnalyzer.simpleName(definition.name())
        : null;
  }

  private boolean isImplicit(RecordDefinition record) {
    return method == Method.EQUALS ? record.implicit().equals() : record.implicit().toText();
  }

  // Constants with bodies of their own leave their enum without 'final'; what the bodies hold is
  // not seen from here.
  private boolean hasText(String name) {
    TypeElement type = analysis.trees().elements().getTypeElement(name.replace('$', '.'));
    return type == null
        || !type.getModifiers().contains(Modifier.FINAL)
        || type.getEnclosedElements().stream()
            .anyMatch(
                member ->
                    member.getKind() == ElementKind.METHOD
                        && member.toString().equals("toString()"));
  }

  private @Nullable String search(
      ValueType type,
      Set<String> seen,
      Function<ValueType, @Nullable String> ofType,
      Function<Definition, @Nullable String> ofDefinition) {
    String found = ofType.apply(type);
    if (found != null) {
      return found;
    }
    if (type instanceof ValueType.DefinedType defined) {
      if (!seen.add(defined.name())) {
        return null;
      }
      Definition definition = analysis.definition(defined.name());
      String own = ofDefinition.apply(definition);
      return own != null ? own : first(parts(definition), seen, ofType, ofDefinition);
    }
    return first(elements(type), seen, ofType, ofDefinition);
  }

  private @Nullable String first(
      List<ValueType> parts,
      Set<String> seen,
      Function<ValueType, @Nullable String> ofType,
      Function<Definition, @Nullable String> ofDefinition) {
    return parts.stream()
        .map(part -> search(part, seen, ofType, ofDefinition))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<ValueType> parts(Definition definition) {
    if (definition instanceof RecordDefinition record) {
      return record.components().stream().map(Component::type).toList();
    }
    if (definition instanceof SealedDefinition sealed) {
      return sealed.permitted().stream().<ValueType>map(ValueType.DefinedType::new).toList();
    }
    return List.of();
  }

  private static List<ValueType> elements(ValueType type) {
    if (type instanceof ValueType.ListType it) {
      return List.of(it.element());
    }
    if (type instanceof ValueType.SetType it) {
      return List.of(it.element());
    }
    if (type instanceof ValueType.OptionalType it) {
      return List.of(it.element());
    }
    if (type instanceof ValueType.OutcomeType it) {
      return List.of(it.result());
    }
    return type instanceof ValueType.MapType it ? List.of(it.key(), it.value()) : List.of();
  }
}
