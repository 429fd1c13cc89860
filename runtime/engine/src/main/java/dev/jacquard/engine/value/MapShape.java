package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Entries;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map, in its iteration order. Its parts are key, value, key, value. JSON: an object whose field
 * names are the keys' bare text; a list of pairs {@code [key, value]} where a key is null or its
 * type has no bare text.
 */
record MapShape(Shape key, Shape value) implements Composite {

  @Override
  public String name() {
    return "Map<" + key.name() + ", " + value.name() + ">";
  }

  @Override
  public Shape part(int index) {
    return index % 2 == 0 ? key : value;
  }

  @Override
  public String step(int index) {
    return " -> " + (index % 2 == 0 ? "key[" : "value[") + index / 2 + "]";
  }

  @Override
  public boolean holds(Object object) {
    return object instanceof Map;
  }

  @Override
  public List<@Nullable Object> takeApart(Object object) {
    Map<?, ?> map = (Map<?, ?>) object;
    List<@Nullable Object> parts = new ArrayList<>(2 * map.size());
    map.forEach(
        (k, v) -> {
          parts.add(k);
          parts.add(v);
        });
    return parts;
  }

  @Override
  public Object putTogether(@Nullable Object[] parts) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      if (map.containsKey(parts[i])) {
        throw ValueException.of("holds a key twice, the second time at key[" + i / 2 + "]");
      }
      map.put(parts[i], parts[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    Entries entries = Encoded.require(encoded, KindCase.ENTRIES, name()).getEntries();
    if (entries.getKeysCount() != entries.getValuesCount()) {
      throw ValueException.of(
          "has " + entries.getKeysCount() + " keys, but " + entries.getValuesCount() + " values");
    }
    List<Value> parts = new ArrayList<>(2 * entries.getKeysCount());
    for (int i = 0; i < entries.getKeysCount(); i++) {
      parts.add(entries.getKeys(i));
      parts.add(entries.getValues(i));
    }
    return parts;
  }

  @Override
  public Value encode(List<Value> parts) {
    Entries.Builder entries = Entries.newBuilder();
    for (int i = 0; i < parts.size(); i += 2) {
      entries.addKeys(parts.get(i));
      entries.addValues(parts.get(i + 1));
    }
    return Value.newBuilder().setEntries(entries).build();
  }

  @Override
  public List<Json> takeApart(Json json) {
    List<Json> parts = new ArrayList<>();
    if (json instanceof Json.Members members && hasBareKeys()) {
      members
          .fields()
          .forEach(
              (name, field) -> {
                parts.add(new Json.Bare(name));
                parts.add(field);
              });
      return parts;
    }
    if (!(json instanceof Json.Array array)) {
      String form = hasBareKeys() ? "an object" : "a list of pairs";
      throw ValueException.expected(form + " (" + name() + ")", json.describe());
    }
    for (Json pair : array.elements()) {
      if (!(pair instanceof Json.Array sides) || sides.elements().size() != 2) {
        throw ValueException.expected("a pair [key, value]", pair.describe())
            .under("[" + parts.size() / 2 + "]");
      }
      parts.addAll(sides.elements());
    }
    return parts;
  }

  @Override
  public Json toJson(List<Json> parts) {
    Map<String, Json> fields = new LinkedHashMap<>();
    List<Json> pairs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += 2) {
      pairs.add(new Json.Array(parts.subList(i, i + 2)));
      String name = hasBareKeys() ? bare(parts.get(i)) : null;
      if (name != null) {
        fields.put(name, parts.get(i + 1));
      }
    }
    return fields.size() == pairs.size() ? new Json.Members(fields) : new Json.Array(pairs);
  }

  private boolean hasBareKeys() {
    return key instanceof Leaf leaf && leaf.hasBareForm();
  }

  private static @Nullable String bare(Json key) {
    if (key instanceof Json.Text text) {
      return text.value();
    }
    if (key instanceof Json.Numeral numeral) {
      return numeral.digits();
    }
    return key instanceof Json.Bool bool ? String.valueOf(bool.value()) : null;
  }

  @Override
  public boolean unordered() {
    return true;
  }

  @Override
  public int group() {
    return 2;
  }
}
