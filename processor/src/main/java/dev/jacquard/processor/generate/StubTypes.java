package dev.jacquard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types of signatures as stubs write them. */
final class StubTypes {

  private StubTypes() {}

  /**
   * The type itself; {@code Object} for one that only its own class may name, which is a mistake
   * that has been told.
   */
  static TypeName of(TypeMirror type) {
    return mayBeNamed(type) ? TypeName.get(type) : ClassName.get(Object.class);
  }

  private static boolean mayBeNamed(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return mayBeNamed(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return true;
    }
    for (Element next = declared.asElement(); next != null; next = next.getEnclosingElement()) {
      if (next.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return declared.getTypeArguments().stream().allMatch(StubTypes::mayBeNamed);
  }
}
