package dev.jacquard.processor.declare;

import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation on an element, or one nested in it, with the values that were written and the
 * defaults of the others.
 *
 * <p>javac puts a text into a value that does not compile; such a value counts as not written.
 */
final class Mark {

  private static final String ERROR = "<error>";

  private final Element element;
  private final AnnotationMirror outer;
  private final AnnotationMirror mirror;
  private final Map<String, AnnotationValue> written = new HashMap<>();
  private boolean erroneous;

  private Mark(Element element, AnnotationMirror outer, AnnotationMirror mirror) {
    this.element = element;
    this.outer = outer;
    this.mirror = mirror;
    mirror
        .getElementValues()
        .forEach(
            (member, value) -> {
              if (isErroneous(value)) {
                erroneous = true;
              } else {
                written.put(member.getSimpleName().toString(), value);
              }
            });
  }

  static Optional<Mark> of(Element element, Class<? extends Annotation> annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getCanonicalName())) {
        return Optional.of(new Mark(element, mirror, mirror));
      }
    }
    return Optional.empty();
  }

  static boolean isOn(Element element, Class<? extends Annotation> annotation) {
    return of(element, annotation).isPresent();
  }

  private static boolean isErroneous(AnnotationValue value) {
    return value.getValue() instanceof List<?> items
        ? items.stream().map(AnnotationValue.class::cast).anyMatch(Mark::isErroneous)
        : value.getValue().equals(ERROR);
  }

  /** The value as it was written, else the annotation itself. */
  Place place(String member) {
    return place(written.get(member));
  }

  Place place(@Nullable AnnotationValue value) {
    return new Place(element, outer, value);
  }

  Place place() {
    return new Place(element, outer, null);
  }

  boolean isWritten(String member) {
    return written.containsKey(member);
  }

  String text(String member) {
    return value(member, String.class).orElse("");
  }

  /** A text, where no value of the annotation is one that does not compile. */
  Optional<String> soundText(String member) {
    return erroneous ? Optional.empty() : value(member, String.class);
  }

  int number(String member) {
    return value(member, Integer.class).orElse(0);
  }

  boolean flag(String member) {
    return value(member, Boolean.class).orElse(false);
  }

  /** The name of an enum constant. */
  String constant(String member) {
    return value(member, VariableElement.class)
        .map(constant -> constant.getSimpleName().toString())
        .orElse("");
  }

  /** The elements of an array, each with a place of its own. */
  List<AnnotationValue> items(String member) {
    Object value = find(member).map(AnnotationValue::getValue).orElse(List.of());
    return value instanceof List<?> items
        ? items.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }

  /** A class literal. */
  Optional<TypeElement> type(String member) {
    return find(member).flatMap(Mark::type);
  }

  static Optional<TypeElement> type(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror mirror
            && mirror.getKind() == TypeKind.DECLARED
            && ((DeclaredType) mirror).asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** An annotation in this one; its places are those of its values in the whole. */
  Mark nested(String member) {
    return value(member, AnnotationMirror.class)
        .map(this::nested)
        .orElseThrow(() -> new IllegalStateException("no annotation in " + member));
  }

  Mark nested(AnnotationMirror inner) {
    return new Mark(element, outer, inner);
  }

  boolean hasNested(String member) {
    return value(member, AnnotationMirror.class).isPresent();
  }

  private <T> Optional<T> value(String member, Class<T> type) {
    return find(member).map(AnnotationValue::getValue).filter(type::isInstance).map(type::cast);
  }

  private Optional<AnnotationValue> find(String member) {
    AnnotationValue value = written.get(member);
    if (value != null) {
      return Optional.of(value);
    }
    for (Element candidate : mirror.getAnnotationType().asElement().getEnclosedElements()) {
      if (candidate instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(member)) {
        return Optional.ofNullable(method.getDefaultValue());
      }
    }
    return Optional.empty();
  }
}
