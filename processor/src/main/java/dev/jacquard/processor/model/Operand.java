package dev.jacquard.processor.model;

/** Something that a node reads. */
public sealed interface Operand {

  /**
   * A value of the block that the node stands in: its parameters from zero, then the outputs of its
   * nodes in order.
   *
   * @param index always of a parameter or of a node above
   */
  record ValueOperand(int index) implements Operand {}

  /** A constant. */
  record ConstantOperand(ValueType type, Literal literal) implements Operand {}
}
