package dev.jacquard.processor.model;

import java.util.List;

/**
 * The type of a value, as the contract knows it. Types with a name of their own are held by name,
 * so they may recur.
 */
public sealed interface ValueType {

  /** {@code int} and its like. */
  record PrimitiveType(Primitive primitive) implements ValueType {}

  /** {@code Integer} and its like: a primitive, or null. */
  record BoxedType(Primitive primitive) implements ValueType {}

  /** A type of the JDK or of Jacquard without parts that a workflow may see. */
  record ScalarType(Scalar scalar) implements ValueType {}

  /** An array of a primitive. */
  record ArrayType(Primitive element) implements ValueType {}

  record ListType(ValueType element) implements ValueType {}

  record SetType(ValueType element) implements ValueType {}

  record MapType(ValueType key, ValueType value) implements ValueType {}

  record OptionalType(ValueType element) implements ValueType {}

  record OutcomeType(ValueType result) implements ValueType {}

  /**
   * A record, sealed interface, enum, protobuf message or a user's own type, by binary class name.
   */
  record DefinedType(String name) implements ValueType {}

  /** An actor's pool, by the id of the constructor that made it. */
  record PoolType(String actor) implements ValueType {}

  /** The failure that a catch clause holds. */
  record CaughtType() implements ValueType {}

  /** Java's eight. */
  enum Primitive {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE
  }

  /** The closed list of scalars. */
  enum Scalar {
    STRING,
    BIG_INTEGER,
    BIG_DECIMAL,
    INSTANT,
    DURATION,
    LOCAL_DATE,
    LOCAL_DATE_TIME,
    UUID,
    FAILURE,
    BLOB_REF
  }

  /** What stands behind a {@link DefinedType}. */
  sealed interface Definition {

    /** Binary class name. */
    String name();

    /**
     * A record.
     *
     * @param codec binary name of the generated codec
     * @param implicit what of it is implicit, and so may be used in an expression without running
     *     user code
     */
    record RecordDefinition(
        String name, List<Component> components, String codec, Implicit implicit)
        implements Definition {}

    record EnumDefinition(String name, List<String> constants) implements Definition {}

    record SealedDefinition(String name, List<String> permitted) implements Definition {}

    record ProtobufDefinition(String name) implements Definition {}

    record EncodedDefinition(String name, String codec) implements Definition {}
  }

  /** A component of a record. */
  record Component(String name, ValueType type) {}

  /**
   * Which members of a record the user did not write.
   *
   * @param constructor the canonical constructor
   * @param accessors the names of the components whose accessors are implicit
   */
  record Implicit(boolean constructor, List<String> accessors, boolean equals, boolean toText) {}
}
