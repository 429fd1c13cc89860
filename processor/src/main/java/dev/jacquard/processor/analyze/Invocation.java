package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A use of a method, by a call or by a method reference.
 *
 * @param receiver reads what stands before the dot; null where there is no value
 * @param type what the call comes to
 * @param place the call or the reference
 * @param name the variable that its value is for; null where there is none
 * @param discarded whether the source throws its value away
 */
record Invocation(
    ExecutableElement method,
    @Nullable Function<BlockBuilder, Term> receiver,
    Arguments arguments,
    TypeMirror type,
    Tree place,
    @Nullable String name,
    boolean discarded) {

  /** The name of its node: of the variable that it is for, else of the method. */
  String nodeName() {
    return name == null ? method.getSimpleName().toString() : name;
  }
}
