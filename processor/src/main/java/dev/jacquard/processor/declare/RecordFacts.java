package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.ValueType.Implicit;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Tells which members of a record its author did not write; element models do not say. */
@FunctionalInterface
public interface RecordFacts {

  /** Returns the facts of a record, empty where this source of facts knows none. */
  Optional<Implicit> of(TypeElement type);
}
