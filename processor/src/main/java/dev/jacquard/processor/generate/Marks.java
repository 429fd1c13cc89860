package dev.jacquard.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import dev.jacquard.spi.CompiledMethods;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The annotations on generated code for one class. */
final class Marks {

  private static final String PROCESSOR = "dev.jacquard.processor.JacquardProcessor";

  private final Elements elements;
  private final TypeElement type;
  private final Predicate<TypeElement> auxiliary;

  Marks(Elements elements, TypeElement type, Predicate<TypeElement> auxiliary) {
    this.elements = elements;
    this.type = type;
    this.auxiliary = auxiliary;
  }

  /** {@code @Generated("dev.jacquard.processor.JacquardProcessor")}, where the class can see it. */
  List<AnnotationSpec> generated() {
    TypeElement generated =
        elements.getTypeElement(
            elements.getModuleOf(type), "javax.annotation.processing.Generated");
    return generated == null
        ? List.of()
        : List.of(
            AnnotationSpec.builder(com.palantir.javapoet.ClassName.get(generated))
                .addMember("value", "$S", PROCESSOR)
                .build());
  }

  /** {@code @CompiledMethods({@CompiledMethods.Method(signature = ..., parameters = ...)})}. */
  AnnotationSpec compiledMethods(List<MethodNames> methods) {
    AnnotationSpec.Builder compiled = AnnotationSpec.builder(CompiledMethods.class);
    for (MethodNames method : methods) {
      AnnotationSpec.Builder names =
          AnnotationSpec.builder(CompiledMethods.Method.class)
              .addMember("signature", "$S", method.signature());
      method.parameters().forEach(name -> names.addMember("parameters", "$S", name));
      if (method.parameters().isEmpty()) {
        names.addMember("parameters", "{}");
      }
      compiled.addMember("value", "$L", names.build());
    }
    if (methods.isEmpty()) {
      compiled.addMember("value", "{}");
    }
    return compiled.build();
  }

  /** A method's signature and the names of its parameters. */
  record MethodNames(String signature, List<String> parameters) {

    static MethodNames of(ExecutableElement method, String descriptor) {
      return new MethodNames(
          method.getSimpleName() + descriptor,
          method.getParameters().stream()
              .map(VariableElement::getSimpleName)
              .map(Object::toString)
              .toList());
    }
  }

  /** The user's own mark that a method should not be used, if it has it. */
  Optional<AnnotationSpec> deprecated(ExecutableElement method) {
    return deprecation(method).map(AnnotationSpec::get);
  }

  /**
   * {@code @SuppressWarnings} for code that names these elements and types, with what else it must
   * silence; none if all is quiet.
   */
  Optional<AnnotationSpec> suppressions(
      Collection<? extends Element> named,
      Collection<TypeMirror> types,
      Collection<String> others) {
    Set<String> warnings = new TreeSet<>(others);
    for (Element element : named) {
      addWarnings(element, warnings);
    }
    types.forEach(mirror -> addWarnings(mirror, warnings));
    if (warnings.isEmpty()) {
      return Optional.empty();
    }
    AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
    warnings.forEach(warning -> suppress.addMember("value", "$S", warning));
    return Optional.of(suppress.build());
  }

  /** Whether javac warns wherever another source file has the class in a signature. */
  boolean isAuxiliary(TypeElement named) {
    return auxiliary.test(named);
  }

  /** In a module javac tells of every type in a public signature that others may not see. */
  List<String> ofPublicSignatures() {
    return elements.getModuleOf(type).isUnnamed() ? List.of() : List.of("exports");
  }

  /** All types of a method's signature. */
  static List<TypeMirror> signature(ExecutableElement method) {
    return Stream.concat(
            Stream.of(method.getReturnType()),
            method.getParameters().stream().map(VariableElement::asType))
        .toList();
  }

  private void addWarnings(TypeMirror mirror, Set<String> warnings) {
    if (mirror instanceof ArrayType array) {
      addWarnings(array.getComponentType(), warnings);
    } else if (mirror instanceof DeclaredType declared) {
      addWarnings(declared.asElement(), warnings);
      declared.getTypeArguments().forEach(argument -> addWarnings(argument, warnings));
    }
  }

  private void addWarnings(Element element, Set<String> warnings) {
    for (Element next = element;
        next != null && next.getKind() != ElementKind.PACKAGE;
        next = next.getEnclosingElement()) {
      deprecation(next).map(Marks::warningOf).ifPresent(warnings::add);
      if (next instanceof TypeElement named && auxiliary.test(named)) {
        warnings.add("auxiliaryclass");
      }
    }
  }

  private static Optional<? extends AnnotationMirror> deprecation(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals("java.lang.Deprecated"))
        .findFirst();
  }

  private static String warningOf(AnnotationMirror deprecated) {
    boolean forRemoval =
        deprecated.getElementValues().entrySet().stream()
            .anyMatch(
                member ->
                    member.getKey().getSimpleName().contentEquals("forRemoval")
                        && Boolean.TRUE.equals(member.getValue().getValue()));
    return forRemoval ? "removal" : "deprecation";
  }
}
