package dev.jacquard.processor.analyze;

import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Definition;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What a body's analysis asks about the declarations that the body names. Answers for sources and
 * class files alike.
 */
public interface Signatures {

  /** What is known of a method that may be a task. */
  Lookup<TaskInterface> task(ExecutableElement method);

  /** What is known of a method that may be a workflow. */
  Lookup<WorkflowInterface> workflow(ExecutableElement method);

  /** What is known of a constructor of an actor; absent where no graph may call it. */
  Lookup<ActorInterface> actor(ExecutableElement constructor);

  /** Whether the class is declared an actor. */
  boolean isActor(TypeElement type);

  /** The type as a value's, with every named type that it reaches. */
  TypeAnswer valueType(TypeMirror type);

  /** The answer to the question for a declaration. */
  sealed interface Lookup<T> {

    /** It is one, and sound. */
    record Found<T>(T value) implements Lookup<T> {}

    /**
     * It is declared to be one, but with a mistake that is reported at the declaration; callers
     * stay silent.
     */
    record Broken<T>() implements Lookup<T> {}

    /** It is not declared to be one. */
    record Absent<T>() implements Lookup<T> {}
  }

  /** The answer to the question for a type. */
  sealed interface TypeAnswer {

    /** A type of values; its definitions by binary class name. */
    record Known(ValueType type, Map<String, Definition> definitions) implements TypeAnswer {}

    /**
     * No type of values.
     *
     * @param problem the catalogue's entry, whose first word is who has the type
     * @param words the entry's other words, such as the path to the offending part
     */
    record Refused(Problem problem, List<String> words) implements TypeAnswer {

      /** Copies the list. */
      public Refused {
        words = List.copyOf(words);
      }
    }

    /** A type that only invalid Java has, or that is reported at its declaration. */
    record Unknown() implements TypeAnswer {}
  }
}
