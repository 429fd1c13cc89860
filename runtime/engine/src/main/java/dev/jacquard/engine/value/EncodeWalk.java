package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java objects to the contract's values. */
final class EncodeWalk extends Walk<Object, Value> {

  /**
   * Every so many levels a value is serialized by itself, so that no reader of the whole needs a
   * deep stack.
   */
  static final int LEVELS_PER_MESSAGE = 16;

  private final boolean canonical;

  /**
   * Makes a walk.
   *
   * @param canonical whether equal values become equal bytes: NaN has one form, and the elements of
   *     sets and maps one order
   */
  EncodeWalk(boolean canonical) {
    this.canonical = canonical;
  }

  @Override
  @Nullable Object visit(Shape shape, @Nullable Object source) {
    Shape actual = Fit.check(shape, source);
    if (source == null) {
      return Value.getDefaultInstance();
    }
    if (actual instanceof Leaf leaf) {
      return leaf.encode(canonical ? Canonical.of(source) : source);
    }
    Composite composite = (Composite) actual;
    Value whole = composite.shortcut(source, canonical);
    return whole != null ? whole : new Parts<>(composite, composite.takeApart(source));
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    List<Value> encoded = listOf(parts);
    if (canonical && shape.unordered()) {
      encoded = sorted(encoded, shape.group());
    }
    Value value = shape.encode(encoded);
    boolean apart = depth > 0 && depth % LEVELS_PER_MESSAGE == 0;
    return apart ? Value.newBuilder().setNested(value.toByteString()).build() : value;
  }

  private static List<Value> sorted(List<Value> parts, int group) {
    List<List<Value>> groups = new ArrayList<>(parts.size() / group);
    for (int i = 0; i < parts.size(); i += group) {
      groups.add(parts.subList(i, i + group));
    }
    Comparator<ByteString> bytes = ByteString.unsignedLexicographicalComparator();
    groups.sort(Comparator.comparing(entry -> entry.get(0).toByteString(), bytes));
    List<Value> sorted = new ArrayList<>(parts.size());
    groups.forEach(sorted::addAll);
    return sorted;
  }
}
