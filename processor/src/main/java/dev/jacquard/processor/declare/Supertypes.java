package dev.jacquard.processor.declare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The classes and interfaces that a class extends and implements, near and far. */
final class Supertypes {

  private Supertypes() {}

  /** Returns their qualified names, without that of the class itself. */
  static Set<String> names(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    Deque<TypeElement> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      TypeElement next = open.remove();
      enqueue(next.getSuperclass(), names, open);
      next.getInterfaces().forEach(parent -> enqueue(parent, names, open));
    }
    return names;
  }

  /** The supertype of that name, with the type arguments that the type gives it. */
  static Optional<DeclaredType> find(Types types, TypeMirror type, String name) {
    for (TypeMirror parent : types.directSupertypes(type)) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && element.getQualifiedName().contentEquals(name)) {
        return Optional.of(declared);
      }
      Optional<DeclaredType> further = find(types, parent, name);
      if (further.isPresent()) {
        return further;
      }
    }
    return Optional.empty();
  }

  private static void enqueue(TypeMirror parent, Set<String> names, Deque<TypeElement> open) {
    if (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && names.add(element.getQualifiedName().toString())) {
      open.add(element);
    }
  }
}
