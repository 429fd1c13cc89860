package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.INACCESSIBLE_CLASS;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.PACKAGE_NOT_OPEN;

import dev.jacquard.Actor;
import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.OpensDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What a class must be to hold tasks or workflows: reachable for generated code and runtime. */
final class ClassRules {

  private final Elements elements;
  private final Diagnostics<Place> diagnostics;
  private final Set<String> closedPackages = new HashSet<>();

  ClassRules(Elements elements, Diagnostics<Place> diagnostics) {
    this.elements = elements;
    this.diagnostics = diagnostics;
  }

  /**
   * Checks a class; {@code member} is the word for what it holds or is.
   *
   * @return whether generated code can name the class
   */
  boolean check(TypeElement type, String member) {
    for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        if (outer.equals(type) && Mark.isOn(type, Actor.class)) {
          return false; // told of it as an actor
        }
        diagnostics.report(
            Place.of(outer),
            INACCESSIBLE_CLASS,
            member,
            "the private class",
            outer.getSimpleName(),
            "Remove 'private'.");
        return false;
      }
    }
    checkModule(type);
    return true;
  }

  private void checkModule(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    PackageElement home = elements.getPackageOf(type);
    if (module == null || module.isUnnamed() || module.isOpen() || isOpenTo(module, home)) {
      return;
    }
    String name = home.getQualifiedName().toString();
    if (closedPackages.add(name)) {
      diagnostics.report(Place.of(type), PACKAGE_NOT_OPEN, module.getQualifiedName(), name, name);
    }
  }

  private static boolean isOpenTo(ModuleElement module, PackageElement home) {
    List<? extends ModuleElement.Directive> directives = module.getDirectives();
    for (ExportsDirective exports : ElementFilter.exportsIn(directives)) {
      if (exports.getPackage().equals(home) && reachesRuntime(exports.getTargetModules())) {
        return true;
      }
    }
    for (OpensDirective opens : ElementFilter.opensIn(directives)) {
      if (opens.getPackage().equals(home) && reachesRuntime(opens.getTargetModules())) {
        return true;
      }
    }
    return false;
  }

  /** To all, or to a module of Jacquard's. */
  private static boolean reachesRuntime(@Nullable List<? extends ModuleElement> targets) {
    return targets == null
        || targets.stream()
            .anyMatch(target -> target.getQualifiedName().toString().contains("jacquard"));
  }
}
