package dev.jacquard.processor.analyze;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.jacquard.processor.model.ValueType.Implicit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;

/**
 * Tells from parsed trees which members of a record its author wrote. Asked in the rounds, where
 * every tree is whole, and remembered: javac's elements call implicit accessors explicit, and later
 * the trees of other classes may be gone.
 *
 * <p>What was written by hand and does just the same counts as implicit: compiled, the two cannot
 * be told apart.
 */
public final class SourceRecords {

  private final Trees trees;
  private final Elements elements;
  private final Map<String, Implicit> known = new HashMap<>();

  SourceRecords(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  /** Remembers every record among a class and its member classes. */
  public void remember(TypeElement type) {
    if (type.getKind() == ElementKind.RECORD) {
      of(type);
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::remember);
  }

  /** Returns the facts of a record; empty if it is not in source. */
  public Optional<Implicit> of(TypeElement record) {
    String name = elements.getBinaryName(record).toString();
    Implicit remembered = known.get(name);
    if (remembered == null && trees.getTree(record) != null) {
      remembered = read(record);
      known.put(name, remembered);
    }
    return Optional.ofNullable(remembered);
  }

  private Implicit read(TypeElement record) {
    List<String> components =
        record.getRecordComponents().stream()
            .map(component -> component.getSimpleName().toString())
            .toList();
    List<String> accessors =
        record.getRecordComponents().stream()
            .filter(component -> isImplicit(component.getAccessor()))
            .map(component -> component.getSimpleName().toString())
            .toList();
    return new Implicit(
        isConstructorImplicit(record, components),
        accessors,
        isAbsent(record, "equals", List.of("java.lang.Object")),
        isAbsent(record, "toString", List.of()));
  }

  private boolean isImplicit(ExecutableElement accessor) {
    MethodTree tree = trees.getTree(accessor);
    if (tree == null) {
      return true;
    }
    BlockTree body = tree.getBody();
    return body != null
        && body.getStatements().size() == 1
        && body.getStatements().get(0) instanceof ReturnTree returned
        && isField(returned.getExpression(), accessor.getSimpleName().toString(), true);
  }

  /** {@code this.name}, or {@code name} where a plain name is the field. */
  private static boolean isField(ExpressionTree tree, String name, boolean plain) {
    if (tree instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals(name)
          && select.getExpression() instanceof IdentifierTree self
          && self.getName().contentEquals("this");
    }
    return plain && isName(tree, name);
  }

  private static boolean isName(ExpressionTree tree, String name) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
  }

  private boolean isConstructorImplicit(TypeElement record, List<String> components) {
    List<? extends TypeMirror> header =
        record.getRecordComponents().stream().map(RecordComponentElement::asType).toList();
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(record.getEnclosedElements())) {
      List<String> parameters =
          constructor.getParameters().stream().map(p -> p.asType().toString()).toList();
      if (parameters.equals(header.stream().map(TypeMirror::toString).toList())) {
        MethodTree tree = trees.getTree(constructor);
        return elements.getOrigin(constructor) == Origin.MANDATED
            || tree == null
            || assignsJust(tree.getBody(), components);
      }
    }
    return false;
  }

  /** A compact constructor that does nothing, or one that assigns each component in order. */
  private static boolean assignsJust(BlockTree body, List<String> components) {
    List<? extends StatementTree> statements = body.getStatements();
    if (statements.isEmpty()) {
      return true;
    }
    if (statements.size() != components.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      String name = components.get(i);
      Tree expression =
          statements.get(i) instanceof ExpressionStatementTree statement
              ? statement.getExpression()
              : statements.get(i);
      if (!(expression instanceof AssignmentTree assignment)
          || !isField(assignment.getVariable(), name, false)
          || !isName(assignment.getExpression(), name)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAbsent(TypeElement record, String name, List<String> parameters) {
    for (Element member : record.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(name)
          && method.getParameters().stream()
              .map(parameter -> parameter.asType().toString())
              .toList()
              .equals(parameters)
          && trees.getTree(method) != null) {
        return false;
      }
    }
    return true;
  }
}
