package dev.jacquard.processor.declare;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** What to do in place of a type that is none of values. */
final class WaysOut {

  private static final List<String> CONTAINERS = List.of("List", "Set", "Map");

  private WaysOut() {}

  static String ofType(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return "Use List<" + TypeText.simple(array.getComponentType()) + ">.";
    }
    if (type instanceof TypeVariable) {
      return "Write the type itself in place of the type variable.";
    }
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement name) {
      for (String container : CONTAINERS) {
        if (implementsContainer(name, "java.util." + container)) {
          return "Use " + container + " itself.";
        }
      }
    }
    return "Use a record of values, a type that the guide lists, or give the class an @EncodedBy"
        + " codec.";
  }

  private static boolean implementsContainer(TypeElement type, String container) {
    return Supertypes.names(type).contains(container);
  }
}
