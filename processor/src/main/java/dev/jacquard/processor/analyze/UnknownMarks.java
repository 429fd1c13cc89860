package dev.jacquard.processor.analyze;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;

/**
 * Finds annotations that javac does not know: perhaps Jacquard's own, misspelt or not imported.
 * Elements leave them out, so that a method with one would be blamed for having none.
 */
public final class UnknownMarks {

  private final Trees trees;

  UnknownMarks(Trees trees) {
    this.trees = trees;
  }

  /** Whether a method of a source has one. */
  public boolean isOn(Element method) {
    TreePath path = trees.getPath(method);
    if (path == null || !(path.getLeaf() instanceof MethodTree tree)) {
      return false;
    }
    TreePath modifiers = new TreePath(path, tree.getModifiers());
    return tree.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> isUnknown(new TreePath(modifiers, annotation), annotation));
  }

  private boolean isUnknown(TreePath path, AnnotationTree annotation) {
    Element type = trees.getElement(new TreePath(path, annotation.getAnnotationType()));
    return type == null || type.asType().getKind() == TypeKind.ERROR;
  }
}
