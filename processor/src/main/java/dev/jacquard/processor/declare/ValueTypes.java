package dev.jacquard.processor.declare;

import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Definition;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads Java types as the types of values that may leave the process. */
public final class ValueTypes {

  /** What a type was read as. */
  public sealed interface Reading {

    /**
     * A type of values.
     *
     * @param definitions every named type that it reaches, by name
     * @param records the records among them, by binary class name
     */
    record Value(
        ValueType type, Map<String, Definition> definitions, Map<String, TypeElement> records)
        implements Reading {}

    /**
     * No type of values.
     *
     * @param problem why; its first word is who has the type
     * @param words the other words, the path to the offending part among them
     * @param culprit the offending part of a named type, empty where the type itself is to blame
     */
    record Refused(Problem problem, List<String> words, String culprit) implements Reading {}

    /** A type that only invalid Java has. */
    record Unknown() implements Reading {}
  }

  /** Finds the generated codec of a record. */
  @FunctionalInterface
  interface Codecs {

    /** Returns its binary name, empty where none is generated yet. */
    String codecOf(TypeElement record);
  }

  private final Elements elements;
  private final RecordFacts facts;

  ValueTypes(Elements elements, RecordFacts facts) {
    this.elements = elements;
    this.facts = facts;
  }

  /**
   * Reads a type.
   *
   * @param packageName where the code is generated that has to see it
   */
  Reading read(TypeMirror type, String packageName, Codecs codecs) {
    TypeReader reader = new TypeReader(elements, facts, codecs, packageName, type);
    try {
      return new Reading.Value(reader.read(type), reader.definitions(), reader.records());
    } catch (TypeReader.NoValueException e) {
      return e.reading();
    }
  }
}
