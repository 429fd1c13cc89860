package dev.jacquard.engine.value;

import dev.jacquard.Failure;
import dev.jacquard.spec.v1.FailureValue;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Failure} in its three forms; JSON: {@code {"classNames": ["..."], "message": "..."}}. */
final class Failures {

  private Failures() {}

  static FailureValue encode(Failure failure) {
    @Nullable String message = failure.message();
    FailureValue.Builder value = FailureValue.newBuilder().addAllClasses(failure.classNames());
    return (message == null ? value : value.setMessage(Encoded.ofText(message))).build();
  }

  static Failure decode(FailureValue value) {
    boolean none = value.getMessage().getKindCase() == Value.KindCase.KIND_NOT_SET;
    return create(value.getClassesList(), none ? null : Encoded.toText(value.getMessage()));
  }

  static Json toJson(Failure failure) {
    List<Json> names = new ArrayList<>();
    failure.classNames().forEach(name -> names.add(new Json.Text(name)));
    @Nullable String message = failure.message();
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("classNames", new Json.Array(names));
    fields.put("message", message == null ? new Json.Null() : new Json.Text(message));
    return new Json.Members(fields);
  }

  static Failure fromJson(Json json) {
    List<Json> fields = JsonFields.inOrder(json, "Failure", List.of("classNames", "message"));
    List<String> names = new ArrayList<>();
    if (!(fields.get(0) instanceof Json.Array array)) {
      throw ValueException.expected("a list", fields.get(0).describe()).under(" -> classNames");
    }
    array.elements().forEach(name -> names.add(text(name, " -> classNames[" + names.size() + "]")));
    if (names.isEmpty()) {
      throw ValueException.expected("a class name at least", "none").under(" -> classNames");
    }
    boolean none = fields.get(1) instanceof Json.Null;
    return create(names, none ? null : text(fields.get(1), " -> message"));
  }

  private static String text(Json json, String path) {
    if (json instanceof Json.Text text) {
      return text.value();
    }
    throw ValueException.expected("text", json.describe()).under(path);
  }

  @SuppressWarnings("NullAway") // dev.jacquard has no nullness annotations; the message may be null
  private static Failure create(List<String> classNames, @Nullable String message) {
    return new Failure(classNames, message);
  }
}
