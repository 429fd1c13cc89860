package dev.jacquard.kubernetes.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.jacquard.engine.code.NearestName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file of YAML, whose every key has to be one that its type has; it knows the line of each.
 * Kubernetes' own types would keep an unknown key in silence.
 */
final class YamlFile {

  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final String KUBERNETES = "io.fabric8.kubernetes.api.model.";
  private static final String OWN = YamlFile.class.getPackageName() + ".";

  private final String name;
  private final String text;
  private final @Nullable Node root;
  private final List<String> mistakes = new ArrayList<>();

  /**
   * Parses a file.
   *
   * @throws ProfileException if it is no YAML
   */
  YamlFile(String name, String text) {
    this.name = name;
    this.text = text;
    try {
      this.root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ProfileException(at(line) + "must be YAML; found " + e.getProblem() + ".", e);
    } catch (YAMLException e) {
      throw new ProfileException(name + ": must be YAML; found " + e.getMessage() + ".", e);
    }
  }

  /** Reads a map of values; {@link #mistakes} has what it must not hold. */
  <T> Map<String, T> readMap(Class<T> type) {
    JavaType map = MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, type);
    if (root == null) {
      return Map.of();
    }
    check(root, map, "a file of profiles");
    if (!mistakes.isEmpty()) {
      return Map.of();
    }
    try {
      return MAPPER.readValue(text, map);
    } catch (JacksonException e) {
      JsonLocation place = e.getLocation();
      mistakes.add(at(place == null ? 1 : place.getLineNr()) + e.getOriginalMessage());
      return Map.of();
    }
  }

  /** What is wrong so far, in the order in which it was found. */
  List<String> mistakes() {
    return mistakes;
  }

  /** Notes what is wrong with the value at a path: names and indices. */
  void mistake(String message, Object... path) {
    mistakes.add(at(line(path)) + message);
  }

  private String at(int line) {
    return name + ":" + line + ": ";
  }

  /** The line of the deepest part of the path that is there. */
  private int line(Object... path) {
    Node node = root;
    int line = node == null ? 1 : node.getStartMark().getLine() + 1;
    for (Object step : path) {
      Optional<NodeTuple> entry = entry(node, step);
      if (entry.isPresent()) {
        line = entry.get().getKeyNode().getStartMark().getLine() + 1;
        node = entry.get().getValueNode();
      } else if (node instanceof SequenceNode list && step instanceof Integer index) {
        node = list.getValue().get(index);
        line = node.getStartMark().getLine() + 1;
      } else {
        return line;
      }
    }
    return line;
  }

  private static Optional<NodeTuple> entry(@Nullable Node node, Object key) {
    return node instanceof MappingNode map
        ? map.getValue().stream().filter(entry -> key.equals(text(entry.getKeyNode()))).findFirst()
        : Optional.empty();
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private void check(Node node, JavaType type, String what) {
    if (isNull(node)) {
      mistakes.add(at(node.getStartMark().getLine() + 1) + what + " must have something in it.");
    } else if (type.isCollectionLikeType()) {
      checkList(node, type, what);
    } else if (type.isMapLikeType()) {
      checkMap(node, type, what);
    } else if (hasKeys(type)) {
      checkKeys(node, type, what);
    } else if (!(node instanceof ScalarNode) && !type.hasRawClass(Object.class)) {
      wrong(node, what, "one value");
    }
  }

  private void checkList(Node node, JavaType type, String what) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(each -> check(each, type.getContentType(), what));
    } else {
      wrong(node, what, "a list");
    }
  }

  private void checkMap(Node node, JavaType type, String what) {
    if (node instanceof MappingNode map) {
      map.getValue()
          .forEach(
              entry ->
                  check(entry.getValueNode(), type.getContentType(), text(entry.getKeyNode())));
    } else {
      wrong(node, what, "names with values");
    }
  }

  private void checkKeys(Node node, JavaType type, String what) {
    if (!(node instanceof MappingNode map)) {
      wrong(node, what, "names with values");
      return;
    }
    Map<String, JavaType> known = properties(type);
    for (NodeTuple entry : map.getValue()) {
      String key = text(entry.getKeyNode());
      JavaType property = known.get(key);
      if (property == null) {
        String near =
            NearestName.of(key, known.keySet())
                .map(found -> "Did you mean " + found + "?")
                .orElseGet(() -> "It has " + String.join(", ", known.keySet()) + ".");
        mistakes.add(
            at(entry.getKeyNode().getStartMark().getLine() + 1)
                + what
                + " has no "
                + key
                + ". "
                + near);
      } else {
        check(entry.getValueNode(), property, key);
      }
    }
  }

  private void wrong(Node node, String what, String expected) {
    String found = node instanceof ScalarNode scalar ? scalar.getValue() : "something else";
    mistakes.add(
        at(node.getStartMark().getLine() + 1)
            + what
            + " must be "
            + expected
            + "; found "
            + found
            + ".");
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  /** Quantities and the like are values, although they are classes with properties. */
  private static boolean hasKeys(JavaType type) {
    String className = type.getRawClass().getName();
    boolean value =
        type.isEnumType()
            || className.equals(KUBERNETES + "Quantity")
            || className.equals(KUBERNETES + "IntOrString");
    return !value && (className.startsWith(KUBERNETES) || className.startsWith(OWN));
  }

  private static Map<String, JavaType> properties(JavaType type) {
    BeanDescription bean = MAPPER.getDeserializationConfig().introspect(type);
    Map<String, JavaType> properties = new TreeMap<>();
    for (BeanPropertyDefinition property : bean.findProperties()) {
      properties.put(property.getName(), property.getPrimaryType());
    }
    properties.remove("additionalProperties");
    return properties;
  }
}
