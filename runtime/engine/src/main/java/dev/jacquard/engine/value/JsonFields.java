package dev.jacquard.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a JSON object, compared with those that it should have. */
final class JsonFields {

  private JsonFields() {}

  /**
   * Returns the fields in the order of {@code names}; fails if one is missing or another is there.
   */
  static List<Json> inOrder(Json json, String type, List<String> names) {
    if (!(json instanceof Json.Members members)) {
      throw ValueException.expected("an object (" + type + ")", json.describe());
    }
    Map<String, Json> fields = members.fields();
    for (String field : fields.keySet()) {
      if (!names.contains(field)) {
        throw ValueException.of(
            type + " has no field \"" + field + "\"" + NearestName.hint(field, names));
      }
    }
    List<Json> ordered = new ArrayList<>(names.size());
    for (String name : names) {
      Json value = fields.get(name);
      if (value == null) {
        throw ValueException.of("field \"" + name + "\" of " + type + " is missing");
      }
      ordered.add(value);
    }
    return ordered;
  }
}
