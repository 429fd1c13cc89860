package dev.jacquard.engine.value;

import com.google.protobuf.ByteString;
import dev.jacquard.spec.v1.Split;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java objects to the contract's values. */
final class EncodeWalk extends Walk<Object, Value> {

  /** Every so many levels a value is split, so that nobody needs a deep stack for the whole. */
  static final int LEVELS_PER_PART = 16;

  private final boolean canonical;
  private final List<Value> split = new ArrayList<>();

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
    return depth > 0 && depth % LEVELS_PER_PART == 0 ? part(value) : value;
  }

  /**
   * The numbers of parts depend on the order of sets; a canonical form has the part's hash in its
   * place.
   */
  private Value part(Value value) {
    if (canonical) {
      return Value.newBuilder().setEncoded(Hashes.sha256(value.toByteString())).build();
    }
    split.add(value);
    return Value.newBuilder().setPart(split.size() - 1).build();
  }

  Value encode(Shape shape, @Nullable Object source, String root) {
    Value value = walk(shape, source, root);
    Value whole = value == null ? Value.getDefaultInstance() : value;
    return split.isEmpty()
        ? whole
        : Value.newBuilder()
            .setSplit(Split.newBuilder().addAllParts(split).addParts(whole))
            .build();
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
