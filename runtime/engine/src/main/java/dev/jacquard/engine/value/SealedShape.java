package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A sealed interface of records and enums; JSON: {@code {"type": "Circle", ...}}. */
final class SealedShape implements Choice {

  private final String className;
  private final String tagField;
  private final Map<String, Shape> byName = new LinkedHashMap<>();
  private final Map<String, Shape> byLabel = new LinkedHashMap<>();

  /**
   * Makes the shape.
   *
   * @param className the interface's binary name
   * @param variants the records and enums below it
   */
  SealedShape(String className, List<Shape> variants) {
    this.className = className;
    boolean taken =
        variants.stream()
            .anyMatch(shape -> shape instanceof RecordShape r && r.components().contains("type"));
    tagField = taken ? "$type" : "type";
    Map<String, Integer> uses = new LinkedHashMap<>();
    variants.forEach(variant -> uses.merge(variant.name(), 1, Integer::sum));
    for (Shape variant : variants) {
      String name = classNameOf(variant);
      boolean unique = Integer.valueOf(1).equals(uses.get(variant.name()));
      Tag tag = new Tag(tagField, unique ? variant.name() : name);
      Shape tagged =
          variant instanceof RecordShape r ? r.tagged(tag) : ((EnumLeaf) variant).tagged(tag);
      byName.put(name, tagged);
      byLabel.put(tag.label(), tagged);
    }
  }

  private static String classNameOf(Shape variant) {
    return variant instanceof RecordShape r ? r.className() : ((EnumLeaf) variant).type().getName();
  }

  String className() {
    return className;
  }

  @Override
  public String name() {
    return Names.simple(className);
  }

  @Override
  public boolean holds(Object value) {
    return find(value) != null;
  }

  @Override
  public Shape of(Object value) {
    Shape variant = find(value);
    if (variant == null) {
      throw ValueException.expected(describe(), Fit.describe(value));
    }
    return variant;
  }

  private @Nullable Shape find(Object value) {
    Class<?> type = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
    Shape variant = byName.get(type.getName());
    return variant != null && Fit.holds(variant, value) ? variant : null;
  }

  @Override
  public Shape of(Value encoded) {
    String name = Encoded.require(encoded, KindCase.RECORD, describe()).getRecord().getName();
    Shape variant = byName.get(name);
    if (variant == null) {
      throw ValueException.expected(describe(), name.isEmpty() ? "a record without name" : name);
    }
    return variant;
  }

  @Override
  public Shape of(Json json) {
    if (!(json instanceof Json.Members members)) {
      throw ValueException.expected("an object (" + name() + ")", json.describe());
    }
    Json label = members.fields().get(tagField);
    if (!(label instanceof Json.Text text)) {
      throw ValueException.of(
          "field \""
              + tagField
              + "\" must say which "
              + describe()
              + " it is; found "
              + (label == null ? "no such field" : label.describe()));
    }
    Shape variant = byLabel.get(text.value());
    if (variant == null) {
      throw ValueException.of(
          name()
              + " has no variant \""
              + text.value()
              + "\""
              + NearestName.hint(text.value(), byLabel.keySet()));
    }
    return variant;
  }

  private String describe() {
    return name() + " (" + String.join(", ", new TreeSet<>(byLabel.keySet())) + ")";
  }
}
