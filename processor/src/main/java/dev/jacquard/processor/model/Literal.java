package dev.jacquard.processor.model;

import java.util.List;

/** A constant value, read with its {@link ValueType} in hand. */
public sealed interface Literal {

  /** The null reference. */
  record NullLiteral() implements Literal {}

  /**
   * A primitive or boxed primitive ({@code Boolean, Byte, Short, Character, Integer, Long, Float,
   * Double}), a {@code String}, {@code BigInteger}, {@code BigDecimal}, a {@code java.time} value
   * or a {@code UUID}.
   */
  record ScalarLiteral(Object value) implements Literal {}

  /** A constant of an enum, by name. */
  record EnumLiteral(String constant) implements Literal {}

  /** A list, set or array. */
  record ElementsLiteral(List<Literal> elements) implements Literal {}

  /** A map: keys and values, as many of each. */
  record EntriesLiteral(List<Literal> keys, List<Literal> values) implements Literal {}

  /** An optional: no element or one. */
  record OptionalLiteral(List<Literal> element) implements Literal {}

  /**
   * A record.
   *
   * @param name its binary class name
   */
  record RecordLiteral(String name, List<Literal> components) implements Literal {}
}
