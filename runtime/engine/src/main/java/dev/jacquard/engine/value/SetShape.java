package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set, in its iteration order; JSON: a list. */
record SetShape(Shape element) implements Composite {

  @Override
  public String name() {
    return "Set<" + element.name() + ">";
  }

  @Override
  public Shape part(int index) {
    return element;
  }

  @Override
  public String step(int index) {
    return "[" + index + "]";
  }

  @Override
  public boolean holds(Object value) {
    return value instanceof Set;
  }

  @Override
  public List<@Nullable Object> takeApart(Object value) {
    return Arrays.asList(((Set<?>) value).toArray());
  }

  @Override
  public Object putTogether(@Nullable Object[] parts) {
    Set<@Nullable Object> set = new LinkedHashSet<>();
    for (int i = 0; i < parts.length; i++) {
      if (!set.add(parts[i])) {
        throw ValueException.of("holds an element twice, the second time at [" + i + "]");
      }
    }
    return Collections.unmodifiableSet(set);
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    return Encoded.require(encoded, KindCase.ELEMENTS, name()).getElements().getValuesList();
  }

  @Override
  public Value encode(List<Value> parts) {
    return Value.newBuilder().setElements(Elements.newBuilder().addAllValues(parts)).build();
  }

  @Override
  public List<Json> takeApart(Json json) {
    if (json instanceof Json.Array array) {
      return array.elements();
    }
    throw ValueException.expected("a list (" + name() + ")", json.describe());
  }

  @Override
  public Json toJson(List<Json> parts) {
    return new Json.Array(parts);
  }

  @Override
  public boolean unordered() {
    return true;
  }
}
