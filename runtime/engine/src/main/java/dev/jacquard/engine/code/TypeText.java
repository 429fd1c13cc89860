package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.Locale;

/** Writes types for people, as Java would: {@code Map<String, List<Integer>>}. */
public final class TypeText {

  private TypeText() {}

  /** Writes a type of a spec; user classes by their simple names. */
  public static String of(Type type, WorkflowSpec spec) {
    return switch (type.getKindCase()) {
      case PRIMITIVE -> primitive(type.getPrimitive());
      case BOXED -> simple(boxed(type.getBoxed()));
      case SCALAR -> simple(scalar(type.getScalar()));
      case ARRAY -> primitive(type.getArray()) + "[]";
      case LIST -> "List<" + of(type.getList(), spec) + ">";
      case SET -> "Set<" + of(type.getSet(), spec) + ">";
      case MAP ->
          "Map<"
              + of(type.getMap().getKey(), spec)
              + ", "
              + of(type.getMap().getValue(), spec)
              + ">";
      case OPTIONAL -> "Optional<" + of(type.getOptional(), spec) + ">";
      case OUTCOME -> "Outcome<" + of(type.getOutcome(), spec) + ">";
      case DEFINED -> simple(spec.getTypes(type.getDefined()).getName());
      case POOL -> simple(spec.getActors(type.getPool()).getClassName());
      case CAUGHT -> "Throwable";
      case KIND_NOT_SET -> "void";
    };
  }

  static String primitive(Primitive primitive) {
    return primitive.name().toLowerCase(Locale.ROOT);
  }

  /** The binary name of a primitive's box. */
  static String boxed(Primitive primitive) {
    return switch (primitive) {
      case INT -> "java.lang.Integer";
      case CHAR -> "java.lang.Character";
      default -> {
        String name = primitive(primitive);
        yield "java.lang." + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };
  }

  /** The binary name of a scalar's class. */
  static String scalar(Scalar scalar) {
    return switch (scalar) {
      case STRING -> "java.lang.String";
      case BIG_INTEGER -> "java.math.BigInteger";
      case BIG_DECIMAL -> "java.math.BigDecimal";
      case INSTANT -> "java.time.Instant";
      case DURATION -> "java.time.Duration";
      case LOCAL_DATE -> "java.time.LocalDate";
      case LOCAL_DATE_TIME -> "java.time.LocalDateTime";
      case UUID -> "java.util.UUID";
      case FAILURE -> "dev.jacquard.Failure";
      case BLOB_REF -> "dev.jacquard.BlobRef";
      case SCALAR_UNSPECIFIED, UNRECOGNIZED -> "?";
    };
  }

  private static String simple(String binaryName) {
    String name = binaryName.substring(binaryName.lastIndexOf('.') + 1);
    return name.substring(name.lastIndexOf('$') + 1);
  }
}
