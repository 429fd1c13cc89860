package dev.jacquard.processor.declare;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether code in a package may name a class. */
final class Visibility {

  private Visibility() {}

  static boolean isVisible(TypeElement type, String packageName, Elements elements) {
    boolean samePackage = elements.getPackageOf(type).getQualifiedName().contentEquals(packageName);
    Element next = type;
    while (next instanceof TypeElement) {
      Set<Modifier> modifiers = next.getModifiers();
      if (modifiers.contains(Modifier.PRIVATE)
          || (!samePackage && !modifiers.contains(Modifier.PUBLIC))) {
        return false;
      }
      next = next.getEnclosingElement();
    }
    // A local class stands in a method, and has no name outside it.
    return next instanceof PackageElement;
  }
}
