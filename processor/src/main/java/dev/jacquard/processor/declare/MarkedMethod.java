package dev.jacquard.processor.declare;

import java.util.List;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A method with the annotation that makes it a task or a workflow. */
record MarkedMethod(MethodKind kind, TypeElement owner, ExecutableElement method, Mark mark) {

  /** The methods of a class that are marked so, in the order of the source. */
  static List<MarkedMethod> of(TypeElement type, MethodKind kind) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .flatMap(
            method ->
                Mark.of(method, kind.annotation())
                    .map(mark -> new MarkedMethod(kind, type, method, mark))
                    .stream())
        .toList();
  }

  /** Its Java name. */
  String name() {
    return method.getSimpleName().toString();
  }

  /** Its name in specs. */
  String specName() {
    String given = mark.text("name");
    return given.isEmpty() ? name() : given;
  }

  /**
   * Whether all names and types of a signature are there. Where the user has begun to type one,
   * javac's trees hold a name that is no identifier.
   */
  static boolean isResolved(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return (SourceVersion.isIdentifier(name) || method.getKind() == ElementKind.CONSTRUCTOR)
        && isResolved(method.getReturnType())
        && method.getParameters().stream()
            .allMatch(
                parameter ->
                    SourceVersion.isIdentifier(parameter.getSimpleName())
                        && isResolved(parameter.asType()));
  }

  private static boolean isResolved(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isResolved(array.getComponentType());
    }
    return type.getKind() != TypeKind.ERROR
        && (!(type instanceof DeclaredType declared)
            || declared.getTypeArguments().stream().allMatch(MarkedMethod::isResolved));
  }

  /** As messages speak of it: {@code task 'count'}. */
  String described() {
    return kind.word() + " '" + name() + "'";
  }
}
