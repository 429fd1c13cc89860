package dev.jacquard.processor.analyze;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacquard.processor.model.SourceSpan;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What javac knows of the trees of one method. Whatever only invalid Java lacks ends the analysis.
 */
final class TreeTypes {

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final TreePath method;
  private final SourcePositions positions;
  private final @Nullable LineMap lines;

  TreeTypes(Trees trees, Types types, Elements elements, TreePath method) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.method = method;
    this.positions = trees.getSourcePositions();
    this.lines = method.getCompilationUnit().getLineMap();
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** The class whose body the method stands in. */
  TypeElement enclosingClass() {
    Element element = trees.getElement(method);
    if (element != null && element.getEnclosingElement() instanceof TypeElement type) {
      return type;
    }
    throw new InvalidJava();
  }

  /** Whether javac tells of an annotation of a method, which may be what makes it a task. */
  boolean isMarkUnknown(Element called) {
    return new UnknownMarks(trees).isOn(called);
  }

  /** The static type of an expression. */
  TypeMirror typeOf(Tree tree) {
    TypeMirror type = trees.getTypeMirror(pathTo(tree));
    if (type == null || type.getKind() == TypeKind.ERROR) {
      throw new InvalidJava();
    }
    return withoutWildcards(type);
  }

  // javac gives what a verb's lambda returns the type that the verb asks for, such as List<?
  // extends R>.
  private TypeMirror withoutWildcards(TypeMirror type) {
    if (!(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return type;
    }
    TypeMirror[] arguments =
        declared.getTypeArguments().stream().map(this::upperBound).toArray(TypeMirror[]::new);
    return declared.getTypeArguments().equals(List.of(arguments))
        ? type
        : types.getDeclaredType((TypeElement) declared.asElement(), arguments);
  }

  // Not into the bound of a variable, which may name the variable again.
  private TypeMirror upperBound(TypeMirror argument) {
    if (argument instanceof TypeVariable variable) {
      return variable.getUpperBound();
    }
    boolean bounded =
        argument instanceof WildcardType wildcard && wildcard.getExtendsBound() != null;
    return withoutWildcards(bounded ? ((WildcardType) argument).getExtendsBound() : argument);
  }

  /** What a name, a call or a {@code new} refers to. */
  Element elementOf(Tree tree) {
    Element element = trees.getElement(pathTo(tree));
    if (element == null || element.asType().getKind() == TypeKind.ERROR) {
      throw new InvalidJava();
    }
    return element;
  }

  /** What a tree refers to; null where it refers to nothing that has a name. */
  @Nullable Element elementIfAny(Tree tree) {
    return trees.getElement(pathTo(tree));
  }

  VariableElement variableOf(Tree tree) {
    if (elementOf(tree) instanceof VariableElement variable) {
      return variable;
    }
    throw new InvalidJava();
  }

  // A true path would take a search from the top for every tree. The answers depend on the leaf
  // alone, and on the class
  // around it where javac has yet to attribute that.
  private TreePath pathTo(Tree tree) {
    return new TreePath(method, tree);
  }

  /** The primitive of a primitive type or of its box; null of any other type. */
  @Nullable Primitive primitive(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Primitive.valueOf(type.getKind().name());
    }
    return switch (nameOf(type)) {
      case "java.lang.Boolean" -> Primitive.BOOLEAN;
      case "java.lang.Byte" -> Primitive.BYTE;
      case "java.lang.Short" -> Primitive.SHORT;
      case "java.lang.Character" -> Primitive.CHAR;
      case "java.lang.Integer" -> Primitive.INT;
      case "java.lang.Long" -> Primitive.LONG;
      case "java.lang.Float" -> Primitive.FLOAT;
      case "java.lang.Double" -> Primitive.DOUBLE;
      default -> null;
    };
  }

  TypeMirror typeOf(Primitive primitive) {
    return types.getPrimitiveType(TypeKind.valueOf(primitive.name()));
  }

  boolean isString(TypeMirror type) {
    return nameOf(type).equals("java.lang.String");
  }

  /** The qualified name of a class's type; empty for any other type. */
  String nameOf(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof QualifiedNameable named
        ? named.getQualifiedName().toString()
        : "";
  }

  TypeMirror stringType() {
    return elements.getTypeElement("java.lang.String").asType();
  }

  SourceSpan span(Tree tree) {
    long start = positions.getStartPosition(method.getCompilationUnit(), tree);
    long end = positions.getEndPosition(method.getCompilationUnit(), tree);
    return new SourceSpan(line(start), column(start), line(end), column(end));
  }

  private int line(long position) {
    return lines == null || position == Diagnostic.NOPOS ? 0 : (int) lines.getLineNumber(position);
  }

  private int column(long position) {
    return lines == null || position == Diagnostic.NOPOS
        ? 0
        : (int) lines.getColumnNumber(position);
  }
}
