package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Literal.EnumLiteral;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.BoxedType;
import dev.jacquard.processor.model.ValueType.DefinedType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.EnumDefinition;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import dev.jacquard.processor.model.ValueType.Scalar;
import dev.jacquard.processor.model.ValueType.ScalarType;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a default: bare for scalars and enums, JSON for all others. */
final class LiteralReader {

  /** The text is no value of the type. */
  static final class NoLiteralException extends Exception {

    private static final long serialVersionUID = 1;

    private final String expected;
    private final String hint;

    NoLiteralException(String expected, String hint) {
      super(expected, null, false, false);
      this.expected = expected;
      this.hint = hint;
    }

    /** What the text must be. */
    String expected() {
      return expected;
    }

    /** A sentence on what to do. */
    String hint() {
      return hint;
    }
  }

  private static final String WRITE_ONE = "Write such a value.";

  private final Map<String, Definition> definitions;

  LiteralReader(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  Literal read(ValueType type, String text) throws NoLiteralException {
    Optional<Literal> bare = bare(type, text);
    if (bare.isPresent()) {
      return bare.get();
    }
    Optional<Json> json = Json.parse(text);
    if (json.isEmpty()) {
      throw new NoLiteralException("a JSON literal", "Write one, such as " + example(type) + ".");
    }
    return new JsonLiterals(this, definitions).read(type, json.get());
  }

  /** The value of a text, for types that have bare texts; empty for all others. */
  Optional<Literal> bare(ValueType type, String text) throws NoLiteralException {
    if (type instanceof PrimitiveType primitive) {
      return Optional.of(
          scalar(
              ScalarText.read(primitive.primitive(), text),
              ScalarText.expected(primitive.primitive())));
    }
    if (type instanceof BoxedType boxed) {
      return bare(new PrimitiveType(boxed.primitive()), text);
    }
    if (type instanceof ScalarType scalar && KnownTypes.mayBeKey(scalar.scalar())) {
      return Optional.of(
          scalar(ScalarText.read(scalar.scalar(), text), ScalarText.expected(scalar.scalar())));
    }
    if (type instanceof DefinedType defined
        && definitions.get(defined.name()) instanceof EnumDefinition enumeration) {
      return Optional.of(constant(enumeration, text));
    }
    return Optional.empty();
  }

  /** A JSON null, for a type that may be null. */
  static Literal nullOf(ValueType type) throws NoLiteralException {
    if (type instanceof PrimitiveType primitive) {
      throw new NoLiteralException(ScalarText.expected(primitive.primitive()), WRITE_ONE);
    }
    return new NullLiteral();
  }

  private static Literal scalar(Optional<Object> value, String expected) throws NoLiteralException {
    return new ScalarLiteral(value.orElseThrow(() -> new NoLiteralException(expected, WRITE_ONE)));
  }

  private static Literal constant(EnumDefinition type, String text) throws NoLiteralException {
    if (!type.constants().contains(text)) {
      throw new NoLiteralException(
          "a constant of " + simpleName(type.name()), NearestName.hint(text, type.constants()));
    }
    return new EnumLiteral(text);
  }

  static String simpleName(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }

  private static String example(ValueType type) {
    if (type instanceof ValueType.MapType || type instanceof DefinedType) {
      return "{\"key\": \"value\"}";
    }
    return type instanceof ScalarType scalar && scalar.scalar() == Scalar.FAILURE
        ? "null"
        : "[1, 2]";
  }
}
