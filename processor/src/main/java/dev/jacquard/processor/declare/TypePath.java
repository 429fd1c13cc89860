package dev.jacquard.processor.declare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The way from a type to the part of it that is being read: {@code Order -> lines: List<Line> ->
 * Line.sku: java.io.File}.
 */
final class TypePath {

  /** A step; that from a list to its element goes without saying, unless it is the last. */
  private record Hop(String label, TypeMirror type, boolean silent) {}

  private final Deque<Hop> hops = new ArrayDeque<>();
  private final Deque<String> components = new ArrayDeque<>();

  TypePath(TypeMirror root) {
    hops.addLast(new Hop("", root, false));
  }

  void enterElement(TypeMirror type) {
    hops.addLast(new Hop("", type, true));
  }

  void enterPermitted(TypeMirror type) {
    hops.addLast(new Hop("", type, false));
  }

  void enterComponent(TypeElement record, String component, TypeMirror type) {
    String prefix = hops.getLast().silent() ? TypeText.nested(record) + "." : "";
    hops.addLast(new Hop(prefix + component + ": ", type, false));
    components.addLast(record.getQualifiedName() + "." + component);
  }

  /** The innermost component that the way leads through; empty if it leads through none. */
  String culprit() {
    return components.isEmpty() ? "" : components.getLast();
  }

  void leave() {
    if (!hops.removeLast().label().isEmpty()) {
      components.removeLast();
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Iterator<Hop> rest = hops.iterator(); rest.hasNext(); ) {
      Hop hop = rest.next();
      if (!rest.hasNext()) {
        text.append(hop.label()).append(TypeText.full(hop.type()));
      } else if (!hop.silent()) {
        text.append(hop.label()).append(TypeText.simple(hop.type())).append(" -> ");
      }
    }
    return text.toString();
  }
}
