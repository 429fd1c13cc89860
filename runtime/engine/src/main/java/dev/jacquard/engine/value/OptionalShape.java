package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.OptionalValue;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An optional; JSON: null when it is empty, else its value; a list of that where the value is an
 * optional itself, so that an empty one inside is told from an empty one outside. A null reference,
 * too, is written as null, and read as empty.
 */
record OptionalShape(Shape element) implements Composite {

  @Override
  public String name() {
    return "Optional<" + element.name() + ">";
  }

  @Override
  public Shape part(int index) {
    return element;
  }

  @Override
  public String step(int index) {
    return " -> value";
  }

  @Override
  public boolean holds(Object value) {
    return value instanceof Optional;
  }

  @Override
  public List<@Nullable Object> takeApart(Object value) {
    Optional<?> optional = (Optional<?>) value;
    return optional.isEmpty() ? List.of() : Collections.singletonList(optional.get());
  }

  @Override
  public Object putTogether(@Nullable Object[] parts) {
    if (parts.length == 0) {
      return Optional.empty();
    }
    Object value = parts[0];
    if (value == null) {
      throw ValueException.expected(element.name(), "null");
    }
    return Optional.of(value);
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    OptionalValue optional = Encoded.require(encoded, KindCase.OPTIONAL, name()).getOptional();
    return optional.hasValue() ? List.of(optional.getValue()) : List.of();
  }

  @Override
  public Value encode(List<Value> parts) {
    OptionalValue.Builder optional = OptionalValue.newBuilder();
    parts.forEach(optional::setValue);
    return Value.newBuilder().setOptional(optional).build();
  }

  @Override
  public List<Json> takeApart(Json json) {
    if (json instanceof Json.Null) {
      return List.of();
    }
    if (!(element instanceof OptionalShape)) {
      return List.of(json);
    }
    if (json instanceof Json.Array array && array.elements().size() == 1) {
      return array.elements();
    }
    throw ValueException.expected("null or a list of one (" + name() + ")", json.describe());
  }

  @Override
  public Json toJson(List<Json> parts) {
    if (parts.isEmpty()) {
      return new Json.Null();
    }
    return element instanceof OptionalShape ? new Json.Array(parts) : parts.get(0);
  }
}
