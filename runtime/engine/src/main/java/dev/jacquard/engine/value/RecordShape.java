package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.RecordValue;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import dev.jacquard.spi.RecordCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record; JSON: an object with a field for each component.
 *
 * @param className its binary name
 * @param parts the shape of a component; looked up late, since a record may hold itself
 * @param tag how JSON says that it is this record, where the declared type is a sealed interface;
 *     else null
 */
record RecordShape(
    String className,
    List<String> components,
    IntFunction<Shape> parts,
    RecordCodec codec,
    @Nullable Tag tag)
    implements Composite {

  RecordShape tagged(Tag newTag) {
    return new RecordShape(className, components, parts, codec, newTag);
  }

  @Override
  public String name() {
    return Names.simple(className);
  }

  @Override
  public Shape part(int index) {
    return parts.apply(index);
  }

  @Override
  public String step(int index) {
    return " -> " + components.get(index);
  }

  @Override
  public boolean holds(Object value) {
    return codec.type() == value.getClass();
  }

  @Override
  public List<@Nullable Object> takeApart(Object value) {
    List<@Nullable Object> values = new ArrayList<>(components.size());
    for (int i = 0; i < components.size(); i++) {
      values.add(component(value, i));
    }
    return values;
  }

  private @Nullable Object component(Object value, int index) {
    try {
      return codec.component(value, index);
    } catch (Throwable e) {
      throw UserCode.failed("the accessor of " + name() + " failed", e).under(step(index));
    }
  }

  @Override
  public Object putTogether(@Nullable Object[] values) {
    try {
      return codec.create(values);
    } catch (Throwable e) {
      throw UserCode.failed("the constructor of " + name() + " failed", e);
    }
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    RecordValue value = Encoded.require(encoded, KindCase.RECORD, name()).getRecord();
    if (value.getComponentsCount() != components.size()) {
      throw ValueException.expected(
          name() + " with " + components.size() + " components",
          value.getComponentsCount() + " components");
    }
    return value.getComponentsList();
  }

  @Override
  public Value encode(List<Value> values) {
    RecordValue.Builder value = RecordValue.newBuilder().addAllComponents(values);
    if (tag != null) {
      value.setName(className);
    }
    return Value.newBuilder().setRecord(value).build();
  }

  @Override
  public List<Json> takeApart(Json json) {
    if (tag != null && json instanceof Json.Members members) {
      Map<String, Json> fields = new LinkedHashMap<>(members.fields());
      fields.remove(tag.field());
      return JsonFields.inOrder(new Json.Members(fields), name(), components);
    }
    return JsonFields.inOrder(json, name(), components);
  }

  @Override
  public Json toJson(List<Json> values) {
    Map<String, Json> fields = new LinkedHashMap<>();
    if (tag != null) {
      fields.put(tag.field(), new Json.Text(tag.label()));
    }
    for (int i = 0; i < components.size(); i++) {
      fields.put(components.get(i), values.get(i));
    }
    return new Json.Members(fields);
  }
}
