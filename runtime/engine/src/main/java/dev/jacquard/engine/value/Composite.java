package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values have parts; takes them apart and puts them together, in each of the three
 * forms.
 */
non-sealed interface Composite extends Shape {

  /** The shape of a part. */
  Shape part(int index);

  /** How a path goes on to a part: {@code [3]}, {@code -> sku}. */
  String step(int index);

  /** Whether a Java object, not null, is one of these, its parts left aside. */
  boolean holds(Object value);

  List<@Nullable Object> takeApart(Object value);

  Object putTogether(@Nullable Object[] parts);

  List<Value> takeApart(Value encoded);

  Value encode(List<Value> parts);

  List<Json> takeApart(Json json);

  Json toJson(List<Json> parts);

  /** An encoding that needs no walk over the parts, canonical if asked for; null: there is none. */
  default @Nullable Value shortcut(Object value, boolean canonical) {
    return null;
  }

  /** The value of an encoding that needs no walk over its parts; null: there is none. */
  default @Nullable Object shortcut(Value encoded) {
    return null;
  }

  /** Whether the order of the parts means nothing; they come in groups of {@link #group}. */
  default boolean unordered() {
    return false;
  }

  /** How many parts belong together: two, for the key and value of a map. */
  default int group() {
    return 1;
  }
}
