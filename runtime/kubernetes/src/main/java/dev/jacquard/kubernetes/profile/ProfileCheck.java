package dev.jacquard.kubernetes.profile;

import dev.jacquard.spi.QuantityText;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the values of a profile. */
final class ProfileCheck {

  private static final String NAME = "a name of lower-case letters, digits, - and .";
  private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private final YamlFile file;
  private final String name;

  private ProfileCheck(YamlFile file, String name) {
    this.file = file;
    this.name = name;
  }

  /** Notes all mistakes of a profile in its file. */
  static void check(YamlFile file, String name, Profile profile) {
    ProfileCheck check = new ProfileCheck(file, name);
    check.names(profile);
    check.labels(profile.nodeSelector(), "nodeSelector");
    for (int i = 0; i < profile.tolerations().size(); i++) {
      check.toleration(profile.tolerations().get(i), i);
    }
    check.resources(profile.resources());
    check.mounts(profile.volumes());
    PodTemplateSpec template = profile.podTemplate();
    if (template != null) {
      check.template(template);
    }
  }

  private void names(Profile profile) {
    must(profile.serviceAccount(), Syntax::isName, NAME, "serviceAccount");
    must(profile.priorityClass(), Syntax::isName, NAME, "priorityClass");
    must(profile.gpuResource(), Syntax::isLabelKey, "a name such as amd.com/gpu", "gpuResource");
    must(profile.image(), text -> !text.isBlank(), "the name of an image", "image");
    must(profile.base(), text -> !text.isBlank(), "an image or tar://FILE", "base");
    for (int i = 0; i < profile.imagePullSecrets().size(); i++) {
      must(profile.imagePullSecrets().get(i), Syntax::isName, NAME, "imagePullSecrets", i);
    }
  }

  private void labels(Map<String, String> labels, Object... path) {
    labels.forEach(
        (key, value) -> {
          must(key, Syntax::isLabelKey, "the key of a label", with(path, key));
          must(
              value,
              Syntax::isLabelValue,
              "a label's value, at most 63 of letters, digits, -, _ and .",
              with(path, key));
        });
  }

  private void toleration(Toleration toleration, int index) {
    Object[] path = {"tolerations", index};
    must(
        toleration.getEffect(),
        EFFECTS::contains,
        "NoSchedule, PreferNoSchedule or NoExecute",
        with(path, "effect"));
    boolean exists = "Exists".equals(toleration.getOperator());
    if (exists && toleration.getValue() != null) {
      mistake("a toleration that Exists must be without value.", with(path, "value"));
    }
    if (!exists && toleration.getKey() == null) {
      mistake("a toleration must have a key, or the operator Exists.", path);
    }
  }

  private void resources(Profile.Resources asked) {
    quantity(asked.cpu(), "cpu");
    quantity(asked.memory(), "memory");
    quantity(asked.gpu(), "gpu");
    quantity(asked.ephemeralStorage(), "ephemeralStorage");
    quantity(asked.cpuLimit(), "cpuLimit");
    quantity(asked.memoryLimit(), "memoryLimit");
    order(asked.cpu(), asked.cpuLimit(), "cpuLimit");
    order(asked.memory(), asked.memoryLimit(), "memoryLimit");
  }

  private void order(@Nullable String request, @Nullable String limit, String key) {
    if (request != null
        && limit != null
        && Syntax.isQuantity(request)
        && Syntax.isQuantity(limit)
        && QuantityText.parse(limit).compareTo(QuantityText.parse(request)) < 0) {
      mistake(
          key + " must be " + request + " or more, which is asked for; found " + limit + ".",
          "resources",
          key);
    }
  }

  private void quantity(@Nullable String text, String key) {
    must(text, Syntax::isQuantity, "a quantity such as 500m or 2Gi", "resources", key);
  }

  private void mounts(List<Profile.Mount> mounts) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < mounts.size(); i++) {
      Profile.Mount mount = mounts.get(i);
      Volume volume = mount.volume();
      if (volume == null || mount.mountPath() == null) {
        mistake("a volume must have volume and mountPath.", "volumes", i);
        continue;
      }
      if (volume.getName() == null || !Syntax.isShortName(volume.getName())) {
        mistake(
            "a volume must have a name of lower-case letters, digits and -; found "
                + volume.getName()
                + ".",
            "volumes",
            i,
            "volume",
            "name");
      }
      must(
          mount.mountPath(),
          path -> path.startsWith("/"),
          "an absolute path",
          "volumes",
          i,
          "mountPath");
      if (!seen.add(mount.mountPath())) {
        mistake("two volumes must not share " + mount.mountPath() + ".", "volumes", i, "mountPath");
      }
    }
  }

  private void template(PodTemplateSpec template) {
    if (template.getMetadata() != null && template.getMetadata().getLabels() != null) {
      labels(template.getMetadata().getLabels(), "podTemplate", "metadata", "labels");
    }
    PodSpec spec = template.getSpec();
    if (spec == null) {
      return;
    }
    if (spec.getNodeSelector() != null) {
      labels(spec.getNodeSelector(), "podTemplate", "spec", "nodeSelector");
    }
    must(
        spec.getServiceAccountName(),
        Syntax::isName,
        NAME,
        "podTemplate",
        "spec",
        "serviceAccountName");
    for (int i = 0; i < spec.getContainers().size(); i++) {
      container(spec.getContainers().get(i), i);
    }
  }

  private void container(Container container, int index) {
    Object[] path = {"podTemplate", "spec", "containers", index};
    if (container.getName() == null) {
      mistake("a container must have a name; that of the worker is worker.", path);
      return;
    }
    must(
        container.getName(),
        Syntax::isShortName,
        "a name of letters, digits and -",
        with(path, "name"));
    if (container.getResources() != null) {
      quantities(container.getResources().getRequests(), with(path, "resources", "requests"));
      quantities(container.getResources().getLimits(), with(path, "resources", "limits"));
    }
  }

  private void quantities(@Nullable Map<String, Quantity> quantities, Object... path) {
    if (quantities != null) {
      quantities.forEach(
          (key, value) ->
              must(
                  value.toString(),
                  Syntax::isQuantity,
                  "a quantity such as 500m or 2Gi",
                  with(path, key)));
    }
  }

  private void must(@Nullable String text, Predicate<String> test, String what, Object... path) {
    if (text != null && !test.test(text)) {
      mistake(last(path) + " must be " + what + "; found " + text + ".", path);
    }
  }

  private static String last(Object... path) {
    Object last = path[path.length - 1];
    return last instanceof Integer ? String.valueOf(path[path.length - 2]) : last.toString();
  }

  private void mistake(String message, Object... path) {
    Object[] whole = new Object[path.length + 1];
    whole[0] = name;
    System.arraycopy(path, 0, whole, 1, path.length);
    file.mistake(message, whole);
  }

  private static Object[] with(Object[] path, Object... more) {
    Object[] whole = new Object[path.length + more.length];
    System.arraycopy(path, 0, whole, 0, path.length);
    System.arraycopy(more, 0, whole, path.length, more.length);
    return whole;
  }
}
