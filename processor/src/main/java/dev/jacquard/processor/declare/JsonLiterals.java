package dev.jacquard.processor.declare;

import dev.jacquard.processor.declare.LiteralReader.NoLiteralException;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Literal.ElementsLiteral;
import dev.jacquard.processor.model.Literal.EntriesLiteral;
import dev.jacquard.processor.model.Literal.OptionalLiteral;
import dev.jacquard.processor.model.Literal.RecordLiteral;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.ArrayType;
import dev.jacquard.processor.model.ValueType.BoxedType;
import dev.jacquard.processor.model.ValueType.Component;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.EnumDefinition;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Definition.SealedDefinition;
import dev.jacquard.processor.model.ValueType.ListType;
import dev.jacquard.processor.model.ValueType.MapType;
import dev.jacquard.processor.model.ValueType.OptionalType;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import dev.jacquard.processor.model.ValueType.ScalarType;
import dev.jacquard.processor.model.ValueType.SetType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON as values of a type: lists as arrays, records as objects, maps as objects by the bare
 * text of their keys, an empty optional as null, a variant of a sealed interface by its {@code
 * type}; as the engine reads the parameters of a command line.
 */
final class JsonLiterals {

  /** More is no default that a person reads, and would not fit into one generated method. */
  private static final int MOST_VALUES = 1000;

  private final LiteralReader bare;
  private final Map<String, Definition> definitions;
  private int values;

  JsonLiterals(LiteralReader bare, Map<String, Definition> definitions) {
    this.bare = bare;
    this.definitions = definitions;
  }

  Literal read(ValueType type, Json json) throws NoLiteralException {
    if (++values > MOST_VALUES) {
      throw new NoLiteralException(
          "of at most " + MOST_VALUES + " values", "Give a larger value where it is called.");
    }
    if (json instanceof Json.Null) {
      return type instanceof OptionalType
          ? new OptionalLiteral(List.of())
          : LiteralReader.nullOf(type);
    }
    if (type instanceof ListType list) {
      return new ElementsLiteral(elements(list.element(), json, "a list"));
    }
    if (type instanceof SetType set) {
      return set(set, json);
    }
    if (type instanceof ArrayType array) {
      return new ElementsLiteral(elements(new PrimitiveType(array.element()), json, "a list"));
    }
    if (type instanceof OptionalType optional) {
      return new OptionalLiteral(List.of(read(optional.element(), json)));
    }
    if (type instanceof MapType map) {
      return map(map, json);
    }
    return type instanceof DefinedType defined ? defined(defined, json) : scalar(type, json);
  }

  private Literal scalar(ValueType type, Json json) throws NoLiteralException {
    // A number is written as such, all others as texts.
    boolean numeric = isNumeric(type);
    if (json instanceof Json.Numeral numeral && numeric) {
      return bareText(type, numeral.digits());
    }
    if (json instanceof Json.Bool bool && isBoolean(type)) {
      return bareText(type, String.valueOf(bool.value()));
    }
    boolean nonFinite =
        json instanceof Json.Text text && "NaN,Infinity,-Infinity".contains(text.value());
    if (json instanceof Json.Text text && !isBoolean(type) && (!numeric || nonFinite)) {
      return bareText(type, text.value());
    }
    throw new NoLiteralException(expected(type), "Write such a value.");
  }

  private Literal bareText(ValueType type, String text) throws NoLiteralException {
    Optional<Literal> literal = bare.bare(type, text);
    return literal.orElseThrow(() -> new NoLiteralException(expected(type), "Write such a value."));
  }

  private List<Literal> elements(ValueType element, Json json, String expected)
      throws NoLiteralException {
    if (!(json instanceof Json.Array array)) {
      throw new NoLiteralException(expected, "Write it in brackets, such as [1, 2].");
    }
    List<Literal> elements = new ArrayList<>();
    for (Json item : array.elements()) {
      elements.add(read(element, item));
    }
    return List.copyOf(elements);
  }

  private Literal set(SetType type, Json json) throws NoLiteralException {
    List<Literal> elements = elements(type.element(), json, "a list without repetitions");
    if (Set.copyOf(elements).size() < elements.size()) {
      throw new NoLiteralException("a list without repetitions", "Write each element once.");
    }
    return new ElementsLiteral(elements);
  }

  private Literal map(MapType type, Json json) throws NoLiteralException {
    if (!(json instanceof Json.Members members)) {
      throw new NoLiteralException("an object", "Write it in braces, such as {\"key\": 1}.");
    }
    List<Literal> keys = new ArrayList<>();
    List<Literal> contents = new ArrayList<>();
    for (Map.Entry<String, Json> field : members.fields().entrySet()) {
      keys.add(bareText(type.key(), field.getKey()));
      contents.add(read(type.value(), field.getValue()));
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      throw new NoLiteralException("an object whose keys differ", "Write each key once.");
    }
    return new EntriesLiteral(List.copyOf(keys), List.copyOf(contents));
  }

  private Literal defined(DefinedType type, Json json) throws NoLiteralException {
    Definition definition = definitions.get(type.name());
    if (definition instanceof RecordDefinition record) {
      return record(record, fields(record, json));
    }
    if (definition instanceof EnumDefinition && json instanceof Json.Text text) {
      return bareText(type, text.value());
    }
    if (definition instanceof SealedDefinition sealed) {
      return variant(sealed, json);
    }
    throw new NoLiteralException(expected(type), "Give the value where it is called.");
  }

  private Map<String, Json> fields(Definition type, Json json) throws NoLiteralException {
    if (json instanceof Json.Members members) {
      return members.fields();
    }
    throw new NoLiteralException(
        "an object for " + LiteralReader.simpleName(type.name()),
        "Write it in braces, such as {\"name\": 1}.");
  }

  private Literal record(RecordDefinition record, Map<String, Json> fields)
      throws NoLiteralException {
    List<String> names = record.components().stream().map(Component::name).toList();
    String simpleName = LiteralReader.simpleName(record.name());
    for (String field : fields.keySet()) {
      if (!names.contains(field)) {
        throw new NoLiteralException(
            "of fields that " + simpleName + " has, not \"" + field + "\"",
            NearestName.hint(field, names));
      }
    }
    List<Literal> components = new ArrayList<>();
    for (Component component : record.components()) {
      Json value = fields.get(component.name());
      if (value == null) {
        throw new NoLiteralException(
            "whole, with the field \"" + component.name() + "\" of " + simpleName,
            "Add it; it may be null where its type allows that.");
      }
      components.add(read(component.type(), value));
    }
    return new RecordLiteral(record.name(), List.copyOf(components));
  }

  /** A record below a sealed interface; the field {@code type} says which. */
  private Literal variant(SealedDefinition sealed, Json json) throws NoLiteralException {
    Map<String, RecordDefinition> variants = new LinkedHashMap<>();
    collect(sealed, variants);
    boolean taken =
        variants.values().stream()
            .flatMap(record -> record.components().stream())
            .anyMatch(component -> component.name().equals("type"));
    String tag = taken ? "$type" : "type";
    Map<String, Json> fields = new LinkedHashMap<>(fields(sealed, json));
    String label = fields.remove(tag) instanceof Json.Text text ? text.value() : "";
    RecordDefinition record = variants.get(label);
    if (record == null) {
      throw new NoLiteralException(
          "an object whose field \""
              + tag
              + "\" names a record of "
              + LiteralReader.simpleName(sealed.name()),
          NearestName.hint(label, variants.keySet()));
    }
    return record(record, fields);
  }

  private void collect(SealedDefinition sealed, Map<String, RecordDefinition> variants) {
    for (String name : sealed.permitted()) {
      Definition definition = definitions.get(name);
      if (definition instanceof RecordDefinition record) {
        variants.put(LiteralReader.simpleName(name), record);
      } else if (definition instanceof SealedDefinition nested) {
        collect(nested, variants);
      }
    }
  }

  private static boolean isNumeric(ValueType type) {
    if (type instanceof ScalarType scalar) {
      return scalar.scalar() == ValueType.Scalar.BIG_INTEGER
          || scalar.scalar() == ValueType.Scalar.BIG_DECIMAL;
    }
    Primitive primitive = primitive(type);
    return primitive != Primitive.BOOLEAN && primitive != Primitive.CHAR;
  }

  private static boolean isBoolean(ValueType type) {
    return !(type instanceof ScalarType) && primitive(type) == Primitive.BOOLEAN;
  }

  private static Primitive primitive(ValueType type) {
    if (type instanceof BoxedType boxed) {
      return boxed.primitive();
    }
    return type instanceof PrimitiveType primitive ? primitive.primitive() : Primitive.CHAR;
  }

  private static String expected(ValueType type) {
    if (type instanceof ScalarType scalar) {
      return ScalarText.expected(scalar.scalar());
    }
    return type instanceof PrimitiveType || type instanceof BoxedType
        ? ScalarText.expected(primitive(type))
        : "null, since its values are not written in sources";
  }
}
