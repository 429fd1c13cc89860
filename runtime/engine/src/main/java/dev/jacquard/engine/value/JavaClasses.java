package dev.jacquard.engine.value;

import dev.jacquard.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Java class of each shape. */
final class JavaClasses {

  private JavaClasses() {}

  static Class<?> of(Shape shape) {
    if (shape instanceof PrimitiveLeaf leaf) {
      return leaf.form().box();
    } else if (shape instanceof ScalarLeaf leaf) {
      return leaf.form().type();
    } else if (shape instanceof ArrayLeaf leaf) {
      return leaf.form().type();
    } else if (shape instanceof EnumLeaf leaf) {
      return leaf.type();
    } else if (shape instanceof Opaque leaf) {
      return leaf.type();
    } else if (shape instanceof RecordShape record) {
      return record.codec().type();
    } else if (shape instanceof ListShape) {
      return List.class;
    } else if (shape instanceof SetShape) {
      return Set.class;
    } else if (shape instanceof MapShape) {
      return Map.class;
    } else if (shape instanceof OptionalShape) {
      return Optional.class;
    } else if (shape instanceof OutcomeShape.Either) {
      return Outcome.class;
    }
    throw ValueException.of(shape.name() + " has no class of its own");
  }
}
