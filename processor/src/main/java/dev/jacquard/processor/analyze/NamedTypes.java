package dev.jacquard.processor.analyze;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that the body of a method names, by its parsed tree alone: in the rounds bodies
 * have no types yet, but codecs must be generated for the records that they make.
 */
public final class NamedTypes {

  /**
   * What a body names.
   *
   * @param types classes, by the rules of scope
   * @param missing simple names after {@code new} that are no class yet; another processor may be
   *     about to generate them
   */
  public record Names(Set<TypeElement> types, Set<String> missing) {

    /** Nothing. */
    public static Names none() {
      return new Names(Set.of(), Set.of());
    }
  }

  private final Trees trees;
  private final Elements elements;

  NamedTypes(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  /** Finds what one method names. */
  public Names in(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
      return Names.none();
    }
    NameScanner scanner = new NameScanner();
    scanner.scan(tree.getBody(), null);
    scanner.made.removeAll(scanner.local);
    scanner.variables.removeAll(scanner.made);
    scanner.names.removeAll(scanner.variables);
    Scope scope = new Scope(path.getCompilationUnit(), method);
    Set<TypeElement> types = new LinkedHashSet<>();
    Set<String> missing = new TreeSet<>();
    for (String name : scanner.names) {
      Optional<TypeElement> type = scope.resolve(name);
      type.ifPresent(types::add);
      if (type.isEmpty() && scanner.made.contains(name)) {
        missing.add(name);
      }
    }
    return new Names(types, missing);
  }

  /** Collects dotted names that may be those of classes. */
  private static final class NameScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> local = new HashSet<>();

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      names.add(tree.getName().toString());
      return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      dotted(tree).ifPresent(names::add);
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
      // The name of a method is no class; what stands before it may be.
      scan(tree.getTypeArguments(), null);
      if (tree.getMethodSelect() instanceof MemberSelectTree select) {
        scan(select.getExpression(), null);
      }
      return scan(tree.getArguments(), null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      variables.add(tree.getName().toString());
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      // A local class is known to its method alone, and never generated.
      variables.add(tree.getSimpleName().toString());
      local.add(tree.getSimpleName().toString());
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
      if (tree.getIdentifier() instanceof IdentifierTree identifier) {
        made.add(identifier.getName().toString());
      }
      return super.visitNewClass(tree, null);
    }

    private static Optional<String> dotted(Tree tree) {
      if (tree instanceof IdentifierTree identifier) {
        return Optional.of(identifier.getName().toString());
      }
      return tree instanceof MemberSelectTree select
          ? dotted(select.getExpression()).map(prefix -> prefix + "." + select.getIdentifier())
          : Optional.empty();
    }
  }

  /**
   * What names mean in a method: member classes, imports, the package, star imports, Java's own.
   */
  private final class Scope {
    private final CompilationUnitTree unit;
    private final @Nullable TypeElement owner;
    private final @Nullable ModuleElement module;
    private final String packageName;

    Scope(CompilationUnitTree unit, ExecutableElement method) {
      this.unit = unit;
      this.owner = method.getEnclosingElement() instanceof TypeElement type ? type : null;
      this.module = elements.getModuleOf(method);
      this.packageName = elements.getPackageOf(method).getQualifiedName().toString();
    }

    Optional<TypeElement> resolve(String name) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        return simple(name);
      }
      Optional<TypeElement> outer = simple(name.substring(0, dot));
      for (String part : name.substring(dot + 1).split("\\.", -1)) {
        outer = outer.flatMap(type -> member(type, part));
      }
      return outer.or(() -> qualified(name));
    }

    private Optional<TypeElement> simple(String name) {
      for (Element next = owner;
          next instanceof TypeElement type;
          next = type.getEnclosingElement()) {
        if (type.getSimpleName().contentEquals(name)) {
          return Optional.of(type);
        }
        Optional<TypeElement> member = member(type, name);
        if (member.isPresent()) {
          return member;
        }
      }
      return imported(name, false)
          .or(() -> qualified(packageName.isEmpty() ? name : packageName + "." + name))
          .or(() -> imported(name, true))
          .or(() -> qualified("java.lang." + name));
    }

    private Optional<TypeElement> imported(String name, boolean star) {
      for (ImportTree declared : unit.getImports()) {
        String imported = declared.getQualifiedIdentifier().toString();
        int dot = imported.lastIndexOf('.');
        String last = imported.substring(dot + 1);
        if (dot > 0 && (star ? last.equals("*") : last.equals(name))) {
          Optional<TypeElement> type = inPackageOrClass(imported.substring(0, dot), name);
          if (type.isPresent()) {
            return type;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<TypeElement> inPackageOrClass(String holder, String name) {
      return qualified(holder + "." + name)
          .or(() -> qualified(holder).flatMap(type -> member(type, name)));
    }

    private Optional<TypeElement> member(TypeElement type, String name) {
      return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
          .filter(member -> member.getSimpleName().contentEquals(name))
          .findFirst();
    }

    private Optional<TypeElement> qualified(String name) {
      return Optional.ofNullable(
          module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    }
  }
}
