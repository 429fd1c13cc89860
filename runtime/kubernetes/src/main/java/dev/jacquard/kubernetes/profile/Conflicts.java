package dev.jacquard.kubernetes.profile;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a profile must leave to Jacquard, without which its pods could not serve. */
final class Conflicts {

  private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

  private final PodTemplateSpec pod;
  private final Container main;
  private final boolean ofWorker;
  private final List<String> found = new ArrayList<>();

  private Conflicts(PodTemplateSpec pod, boolean ofWorker) {
    this.pod = pod;
    this.main = pod.getSpec().getContainers().get(0);
    this.ofWorker = ofWorker;
  }

  /**
   * Finds them.
   *
   * @param pod that Jacquard would make
   * @param ofWorker whether it is a worker's, whose options of {@code java} are said elsewhere
   */
  static List<String> of(Profile profile, PodTemplateSpec pod, boolean ofWorker) {
    Conflicts conflicts = new Conflicts(pod, ofWorker);
    profile
        .volumes()
        .forEach(
            mount -> {
              if (mount.volume() != null) {
                conflicts.volume(mount.volume());
              }
              conflicts.path(String.valueOf(mount.mountPath()));
            });
    PodTemplateSpec template = profile.podTemplate();
    if (template != null) {
      conflicts.template(template);
    }
    return conflicts.found;
  }

  private void template(PodTemplateSpec template) {
    if (template.getMetadata() != null) {
      labels(template.getMetadata().getLabels());
    }
    PodSpec spec = template.getSpec();
    if (spec == null) {
      return;
    }
    if (spec.getRestartPolicy() != null) {
      found.add(
          "restartPolicy must be left out: what becomes of a pod that has ended is Jacquard's.");
    }
    spec.getVolumes().forEach(this::volume);
    for (Container container : spec.getContainers()) {
      if (main.getName().equals(container.getName())) {
        main(container);
      } else {
        found.add(
            "the container %s must be an init container with restartPolicy: Always, which ends with the %s."
                .formatted(container.getName(), main.getName()));
      }
    }
  }

  private void labels(Map<String, String> labels) {
    Map<String, String> own = pod.getMetadata() == null ? Map.of() : pod.getMetadata().getLabels();
    labels.keySet().stream()
        .filter(own::containsKey)
        .forEach(label -> found.add("the label " + label + " must be left out: it is Jacquard's."));
  }

  private void volume(Volume volume) {
    if (pod.getSpec().getVolumes().stream().anyMatch(v -> v.getName().equals(volume.getName()))) {
      found.add(
          "the volume " + volume.getName() + " must have another name: Jacquard has one of it.");
    }
  }

  private void main(Container above) {
    if (!above.getCommand().isEmpty() || !above.getArgs().isEmpty()) {
      found.add(
          "command and args of the container %1$s must be left out: they start the %1$s."
              .formatted(main.getName()));
    }
    above.getVolumeMounts().stream().map(VolumeMount::getMountPath).forEach(this::path);
    above.getEnv().stream()
        .map(EnvVar::getName)
        .filter(Objects::nonNull)
        .filter(name -> name.startsWith("JACQUARD_") || (ofWorker && name.equals(JAVA_OPTIONS)))
        .forEach(
            name ->
                found.add(
                    name.startsWith("JACQUARD_")
                        ? "the variable " + name + " must be left out: it is Jacquard's."
                        : "the variable "
                            + name
                            + " must be left out: say options of java with --worker-option."));
  }

  private void path(String path) {
    pod.getSpec().getContainers().stream()
        .flatMap(container -> container.getVolumeMounts().stream())
        .map(VolumeMount::getMountPath)
        .filter(own -> own.equals(path) || own.startsWith(path.replaceAll("/*$", "/")))
        .findFirst()
        .ifPresent(
            own ->
                found.add(
                    "the path "
                        + path
                        + " must be another: Jacquard mounts something at "
                        + own
                        + "."));
  }
}
