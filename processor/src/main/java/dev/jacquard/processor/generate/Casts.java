package dev.jacquard.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Casts from {@code Object}, and what javac says of them. */
final class Casts {

  private Casts() {}

  static boolean isUnchecked(TypeMirror type) {
    return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }

  // (int) arguments[0], (List<Integer>) arguments[1]
  static CodeBlock arguments(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return IntStream.range(0, parameters.size())
        .mapToObj(
            i -> CodeBlock.of("($T) arguments[$L]", TypeName.get(parameters.get(i).asType()), i))
        .collect(CodeBlock.joining(", "));
  }

  /** What javac warns of in the arguments. */
  static List<String> warnings(ExecutableElement method) {
    return method.getParameters().stream().anyMatch(parameter -> isUnchecked(parameter.asType()))
        ? List.of("unchecked")
        : List.of();
  }
}
