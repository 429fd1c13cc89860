package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.RecordValue;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enum, by the names of its constants.
 *
 * @param tag how JSON says that it is this enum, where the declared type is a sealed interface;
 *     else null
 */
record EnumLeaf(Class<?> type, Map<String, Object> constants, @Nullable Tag tag) implements Leaf {

  /** The field of a variant's JSON object that holds the constant's name. */
  static final String CONSTANT_FIELD = "constant";

  static EnumLeaf of(Class<?> type) {
    Object @Nullable [] values = type.getEnumConstants();
    if (values == null) {
      throw ValueException.of(
          type.getName() + " must be an enum, as its spec says; found another class");
    }
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : values) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new EnumLeaf(type, constants, null);
  }

  EnumLeaf tagged(Tag newTag) {
    return new EnumLeaf(type, constants, newTag);
  }

  @Override
  public String name() {
    return Names.simple(type.getName());
  }

  @Override
  public boolean holds(Object value) {
    return type.isInstance(value);
  }

  @Override
  public Value encode(Object value) {
    String name = ((Enum<?>) value).name();
    if (tag == null) {
      return Value.newBuilder().setConstant(name).build();
    }
    RecordValue.Builder record = RecordValue.newBuilder().setName(type.getName()).setConstant(name);
    return Value.newBuilder().setRecord(record).build();
  }

  @Override
  public Object decode(Value encoded) {
    return tag != null
        ? constant(Encoded.require(encoded, KindCase.RECORD, name()).getRecord().getConstant())
        : constant(Encoded.require(encoded, KindCase.CONSTANT, name()).getConstant());
  }

  @Override
  public Json toJson(Object value) {
    Json name = new Json.Text(((Enum<?>) value).name());
    if (tag == null) {
      return name;
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put(tag.field(), new Json.Text(tag.label()));
    fields.put(CONSTANT_FIELD, name);
    return new Json.Members(fields);
  }

  @Override
  public Object fromJson(Json json) {
    if (tag == null) {
      return constant(JsonForm.text(json, name()));
    }
    List<String> names = List.of(tag.field(), CONSTANT_FIELD);
    List<Json> fields = JsonFields.inOrder(json, name(), names);
    return constant(JsonForm.text(fields.get(1), name()));
  }

  @Override
  public boolean hasBareForm() {
    return tag == null;
  }

  private Object constant(String name) {
    Object constant = constants.get(name);
    if (constant == null) {
      throw ValueException.of(
          name()
              + " has no constant \""
              + name
              + "\""
              + NearestName.hint(name, constants.keySet()));
    }
    return constant;
  }
}
