package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The classes of the JDK and of Jacquard that the contract has types for, by qualified name. */
final class KnownTypes {

  private static final Map<String, Primitive> BOXED =
      Map.of(
          "java.lang.Boolean", Primitive.BOOLEAN,
          "java.lang.Byte", Primitive.BYTE,
          "java.lang.Short", Primitive.SHORT,
          "java.lang.Character", Primitive.CHAR,
          "java.lang.Integer", Primitive.INT,
          "java.lang.Long", Primitive.LONG,
          "java.lang.Float", Primitive.FLOAT,
          "java.lang.Double", Primitive.DOUBLE);

  private static final Map<String, Scalar> SCALARS =
      Map.of(
          "java.lang.String", Scalar.STRING,
          "java.math.BigInteger", Scalar.BIG_INTEGER,
          "java.math.BigDecimal", Scalar.BIG_DECIMAL,
          "java.time.Instant", Scalar.INSTANT,
          "java.time.Duration", Scalar.DURATION,
          "java.time.LocalDate", Scalar.LOCAL_DATE,
          "java.time.LocalDateTime", Scalar.LOCAL_DATE_TIME,
          "java.util.UUID", Scalar.UUID,
          "dev.jacquard.Failure", Scalar.FAILURE,
          "dev.jacquard.BlobRef", Scalar.BLOB_REF);

  /** Not one literal, which shading would relocate together with the processor's own protobuf. */
  private static final String PROTOBUF_MESSAGE =
      String.join(".", "com", "google", "protobuf", "MessageLite");

  private static final Set<Scalar> NO_KEYS = Set.of(Scalar.FAILURE, Scalar.BLOB_REF);

  private KnownTypes() {}

  static Optional<Primitive> boxed(String name) {
    return Optional.ofNullable(BOXED.get(name));
  }

  static Optional<Scalar> scalar(String name) {
    return Optional.ofNullable(SCALARS.get(name));
  }

  static boolean mayBeKey(Scalar scalar) {
    return !NO_KEYS.contains(scalar);
  }

  /** Whether it is the class of one kind of protobuf message. */
  static boolean isProtobuf(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && Supertypes.names(type).contains(PROTOBUF_MESSAGE);
  }
}
