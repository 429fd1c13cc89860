package dev.jacquard.processor.declare;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Types as texts: as a user writes them, and erased, as specs name them. */
final class TypeText {

  private final Elements elements;
  private final Types types;

  TypeText(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** As the user writes it, classes by their simple names: {@code List<Order.Line>}. */
  static String simple(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simple(array.getComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return nested((TypeElement) declared.asElement()) + arguments(declared.getTypeArguments());
    }
    return plain(type);
  }

  /**
   * The offending type at the end of a path: with its package, since its name alone may mislead.
   */
  static String full(TypeMirror type) {
    return type instanceof DeclaredType declared
            && type.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName() + arguments(declared.getTypeArguments())
        : simple(type);
  }

  /** A class without its package: {@code Order.Line}. */
  static String nested(TypeElement type) {
    String name = type.getSimpleName().toString();
    return type.getEnclosingElement() instanceof TypeElement outer
        ? nested(outer) + "." + name
        : name;
  }

  /** Erased parameter types: {@code (java.util.List,int)}. */
  String descriptor(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(this::erased)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private String erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    }
    Element element = types.asElement(types.erasure(type));
    return element instanceof TypeElement declared
        ? elements.getBinaryName(declared).toString()
        : plain(type);
  }

  private static String plain(TypeMirror type) {
    // A type's own text has the annotations on it, which say nothing here.
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : type.toString();
  }

  private static String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + simple(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + simple(type.getSuperBound());
  }

  private static String arguments(List<? extends TypeMirror> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypeText::simple).collect(Collectors.joining(", ", "<", ">"));
  }
}
