package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Source;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and constants of a spec as people write them. */
final class SpecText {

  private static final int LONGEST = 40;
  private static final int SHOWN = 8;

  private final WorkflowSpec spec;

  SpecText(WorkflowSpec spec) {
    this.spec = spec;
  }

  WorkflowSpec spec() {
    return spec;
  }

  Source source(Operand operand, List<Source> scope) {
    if (operand.hasConstant()) {
      return new Source(
          constant(operand.getConstant().getType(), operand.getConstant().getValue()), null);
    }
    return scope.get(operand.getValue());
  }

  /** A class's name without its package and outer classes. */
  static String simple(String binaryName) {
    String name = binaryName.substring(binaryName.lastIndexOf('.') + 1);
    return name.substring(name.lastIndexOf('$') + 1);
  }

  private static String constant(Type type, Value value) {
    if (type.getPrimitive() == Primitive.CHAR && value.hasInteger()) {
      return "'" + (char) value.getInteger() + "'";
    }
    return value(value);
  }

  static String value(Value value) {
    return switch (value.getKindCase()) {
      case BOOLEAN -> String.valueOf(value.getBoolean());
      case INTEGER -> String.valueOf(value.getInteger());
      case LONG_INTEGER -> value.getLongInteger() + "L";
      case FLOAT_BITS -> Float.intBitsToFloat(value.getFloatBits()) + "f";
      case DOUBLE_BITS -> String.valueOf(Double.longBitsToDouble(value.getDoubleBits()));
      case TEXT -> quoted(value.getText());
      case CONSTANT -> value.getConstant();
      case SECONDS ->
          Duration.ofSeconds(value.getSeconds().getSeconds(), value.getSeconds().getNanos())
              .toString()
              .substring(2)
              .toLowerCase(Locale.ROOT);
      case ELEMENTS -> list(value.getElements().getValuesList().stream().map(SpecText::value));
      case PACKED -> list(packed(value.getPacked()));
      case KIND_NOT_SET -> "null";
      default -> value.getKindCase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static Stream<String> packed(Packed packed) {
    if (!packed.getOctets().isEmpty()) {
      return packed.getOctets().toString().isEmpty()
          ? Stream.of()
          : packed.getOctets().asReadOnlyByteBufferList().stream()
              .flatMap(
                  buffer ->
                      Stream.generate(buffer::get).limit(buffer.remaining()).map(String::valueOf));
    }
    return Stream.of(
            packed.getIntegersList().stream().map(String::valueOf),
            packed.getLongsList().stream().map(String::valueOf),
            packed.getFloatBitsList().stream()
                .map(bits -> String.valueOf(Float.intBitsToFloat(bits))),
            packed.getDoubleBitsList().stream()
                .map(bits -> String.valueOf(Double.longBitsToDouble(bits))))
        .flatMap(stream -> stream);
  }

  private static String list(Stream<String> elements) {
    List<String> first = elements.limit(SHOWN + 1).toList();
    String rest = first.size() > SHOWN ? ", ..." : "";
    return first.stream().limit(SHOWN).collect(Collectors.joining(", ", "[", rest + "]"));
  }

  private static String quoted(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return '"'
        + cut.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\"", "\\\"")
        + '"';
  }
}
