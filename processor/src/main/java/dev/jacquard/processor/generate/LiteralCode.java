package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Literal.ElementsLiteral;
import dev.jacquard.processor.model.Literal.EntriesLiteral;
import dev.jacquard.processor.model.Literal.EnumLiteral;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.OptionalLiteral;
import dev.jacquard.processor.model.Literal.RecordLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.spi.DefaultValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Literals as Java expressions of their exact type. */
final class LiteralCode {

  private final Map<String, TypeElement> records;

  /** Knows the records of the literals, by binary name. */
  LiteralCode(Map<String, TypeElement> records) {
    this.records = records;
  }

  CodeBlock of(TypeMirror type, Literal literal) {
    if (literal instanceof NullLiteral) {
      return none(type);
    }
    if (literal instanceof ScalarLiteral scalar) {
      return scalar(scalar.value());
    }
    if (literal instanceof EnumLiteral constant) {
      return CodeBlock.of("$T.$L", raw(type), constant.constant());
    }
    if (literal instanceof RecordLiteral record) {
      return record(record);
    }
    if (literal instanceof EntriesLiteral entries) {
      return CodeBlock.of(
          "$T.map($L, $L)",
          DefaultValues.class,
          list(argument(type, 0), entries.keys()),
          list(argument(type, 1), entries.values()));
    }
    if (literal instanceof OptionalLiteral optional) {
      return optional(argument(type, 0), optional.element());
    }
    return elements(type, ((ElementsLiteral) literal).elements());
  }

  // (String) null
  private static CodeBlock none(TypeMirror type) {
    return CodeBlock.of("($T) null", TypeName.get(type).box());
  }

  private static CodeBlock scalar(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Character character) {
      return CodeBlock.of("'$L'", escape(character, '\''));
    }
    if (value instanceof Byte || value instanceof Short) {
      return CodeBlock.of("($T) $L", TypeName.get(value.getClass()).unbox(), value);
    }
    if (value instanceof Long) {
      return CodeBlock.of("$LL", value);
    }
    if (value instanceof Float || value instanceof Double) {
      return floating((Number) value);
    }
    if (value instanceof BigInteger || value instanceof BigDecimal) {
      return CodeBlock.of("new $T($S)", value.getClass(), value.toString());
    }
    if (value instanceof UUID) {
      return CodeBlock.of("$T.fromString($S)", UUID.class, value.toString());
    }
    return value instanceof Boolean || value instanceof Integer
        ? CodeBlock.of("$L", value)
        : CodeBlock.of("$T.parse($S)", value.getClass(), value.toString());
  }

  private static CodeBlock floating(Number value) {
    double number = value.doubleValue();
    if (Double.isNaN(number)) {
      return CodeBlock.of("$T.NaN", value.getClass());
    }
    if (Double.isInfinite(number)) {
      String name = number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return CodeBlock.of("$T.$L", value.getClass(), name);
    }
    return CodeBlock.of("$L$L", value, value instanceof Float ? "f" : "");
  }

  /** A text as ASCII, whatever encoding the compiler writes sources with. */
  static CodeBlock text(String text) {
    StringBuilder code = new StringBuilder("\"");
    text.chars().forEach(character -> code.append(escape((char) character, '"')));
    return CodeBlock.of("$L", code.append('"'));
  }

  private static String escape(char character, char quote) {
    if (character == quote || character == '\\') {
      return "\\" + character;
    }
    if (character >= ' ' && character < 127) {
      return String.valueOf(character);
    }
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\f' -> "\\f";
      case '\b' -> "\\b";
      default ->
          character < ' '
              ? String.format(Locale.ROOT, "\\%03o", (int) character)
              : String.format(Locale.ROOT, "\\u%04x", (int) character);
    };
  }

  // new Order("a", 1)
  private CodeBlock record(RecordLiteral literal) {
    TypeElement record = Objects.requireNonNull(records.get(literal.name()));
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    CodeBlock arguments =
        IntStream.range(0, components.size())
            .mapToObj(i -> of(components.get(i).asType(), literal.components().get(i)))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($L)", ClassName.get(record), arguments);
  }

  // Optional.<String>of("a")
  private CodeBlock optional(TypeMirror element, List<Literal> value) {
    return value.isEmpty()
        ? CodeBlock.of("$T.<$T>empty()", Optional.class, element)
        : CodeBlock.of("$T.<$T>of($L)", Optional.class, element, of(element, value.get(0)));
  }

  private CodeBlock elements(TypeMirror type, List<Literal> elements) {
    if (type instanceof ArrayType array) {
      return CodeBlock.of(
          "new $T {$L}", TypeName.get(type), joined(array.getComponentType(), elements));
    }
    boolean set =
        ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals("java.util.Set");
    return set ? collection("set", argument(type, 0), elements) : list(argument(type, 0), elements);
  }

  private CodeBlock list(TypeMirror element, List<Literal> elements) {
    return collection("list", element, elements);
  }

  // DefaultValues.<Integer>list(1, 2)
  private CodeBlock collection(String maker, TypeMirror element, List<Literal> elements) {
    return CodeBlock.of(
        "$T.<$T>$L($L)", DefaultValues.class, element, maker, joined(element, elements));
  }

  private CodeBlock joined(TypeMirror element, List<Literal> elements) {
    return elements.stream().map(literal -> of(element, literal)).collect(CodeBlock.joining(", "));
  }

  private static TypeMirror argument(TypeMirror type, int index) {
    return ((DeclaredType) type).getTypeArguments().get(index);
  }

  private static ClassName raw(TypeMirror type) {
    return ClassName.get((TypeElement) ((DeclaredType) type).asElement());
  }
}
