package dev.jacquard.kubernetes.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;

/**
 * Lays a pod template over another as the API server merges strategic patches: names with values
 * are merged, lists of things that have a key by that key, other lists are appended, and what is
 * one value is replaced.
 */
final class TemplateMerge {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** By the name of the list; the keys are those of the API's own patches. */
  private static final Map<String, String> KEYS =
      Map.of(
          "containers", "name",
          "initContainers", "name",
          "volumes", "name",
          "env", "name",
          "imagePullSecrets", "name",
          "volumeMounts", "mountPath",
          "volumeDevices", "devicePath",
          "ports", "containerPort",
          "hostAliases", "ip",
          "resourceClaims", "name");

  private TemplateMerge() {}

  /** Returns the one with the other laid over it. */
  static PodTemplateSpec merge(PodTemplateSpec below, PodTemplateSpec above) {
    try {
      return JSON.treeToValue(
          merge(JSON.<ObjectNode>valueToTree(below), JSON.<ObjectNode>valueToTree(above)),
          PodTemplateSpec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Two templates must make one.", e);
    }
  }

  private static ObjectNode merge(ObjectNode below, ObjectNode above) {
    ObjectNode merged = below.deepCopy();
    for (Map.Entry<String, JsonNode> entry : above.properties()) {
      String name = entry.getKey();
      JsonNode old = merged.get(name);
      if (old instanceof ObjectNode left && entry.getValue() instanceof ObjectNode right) {
        merged.set(name, merge(left, right));
      } else if (old instanceof ArrayNode left && entry.getValue() instanceof ArrayNode right) {
        merged.set(name, merge(left, right, KEYS.getOrDefault(name, "")));
      } else {
        merged.set(name, entry.getValue());
      }
    }
    // A variable has a value or a source; the one that was below is gone with it.
    if (above.has("valueFrom")) {
      merged.remove("value");
    } else if (above.has("value")) {
      merged.remove("valueFrom");
    }
    return merged;
  }

  private static ArrayNode merge(ArrayNode below, ArrayNode above, String key) {
    ArrayNode merged = below.deepCopy();
    for (JsonNode each : above) {
      int index = key.isEmpty() ? -1 : find(merged, key, each.path(key));
      if (index < 0) {
        merged.add(each);
      } else {
        merged.set(index, merge((ObjectNode) merged.get(index), (ObjectNode) each));
      }
    }
    return merged;
  }

  private static int find(ArrayNode list, String key, JsonNode value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).equals(value)) {
        return i;
      }
    }
    return -1;
  }
}
