package dev.jacquard.kubernetes.profile;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the pod that Jacquard would make the one that it makes with a profile. */
final class ProfiledPod {

  private static final String GPU = "nvidia.com/gpu";

  private ProfiledPod() {}

  static PodTemplateSpec of(Profile profile, PodTemplateSpec pod) {
    PodSpecBuilder spec = new PodSpecBuilder(pod.getSpec());
    if (profile.serviceAccount() != null) {
      spec.withServiceAccountName(profile.serviceAccount());
    }
    if (profile.priorityClass() != null) {
      spec.withPriorityClassName(profile.priorityClass());
    }
    spec.addToNodeSelector(profile.nodeSelector());
    spec.addAllToTolerations(profile.tolerations());
    Profile.Spot spot = profile.spot();
    if (spot != null) {
      spec.addToNodeSelector(spot.label(), spot.value());
      spec.addAllToTolerations(tolerations(spot));
    }
    profile
        .imagePullSecrets()
        .forEach(name -> spec.addToImagePullSecrets(new LocalObjectReference(name)));
    profile.volumes().forEach(mount -> spec.addToVolumes(mount.volume()));
    spec.withContainers(
        pod.getSpec().getContainers().stream().map(each -> container(profile, each)).toList());
    PodTemplateSpec made = new PodTemplateSpecBuilder(pod).withSpec(spec.build()).build();
    PodTemplateSpec template = profile.podTemplate();
    return template == null ? made : TemplateMerge.merge(made, template);
  }

  /** The same, for an engine, of whose resources the profile has the last word. */
  static PodTemplateSpec ofEngine(Profile profile, PodTemplateSpec pod) {
    Profile.Resources said = profile.resources();
    Set<String> open = new HashSet<>();
    if (said.cpu() != null || said.cpuLimit() != null) {
      open.add("cpu");
    }
    if (said.memory() != null || said.memoryLimit() != null) {
      open.add("memory");
    }
    PodTemplateSpec bare = new PodTemplateSpecBuilder(pod).build();
    ResourceRequirements usual = bare.getSpec().getContainers().get(0).getResources();
    usual.getRequests().keySet().removeAll(open);
    usual.getLimits().keySet().removeAll(open);
    return of(profile, bare);
  }

  private static List<Toleration> tolerations(Profile.Spot spot) {
    return spot.tainted()
        ? List.of(
            new TolerationBuilder()
                .withKey(spot.label())
                .withOperator("Equal")
                .withValue(spot.value())
                .withEffect("NoSchedule")
                .build())
        : List.of();
  }

  private static Container container(Profile profile, Container worker) {
    ContainerBuilder container =
        new ContainerBuilder(worker)
            .addAllToVolumeMounts(profile.volumes().stream().map(ProfiledPod::mount).toList())
            .withResources(resources(profile, worker.getResources()));
    return profile.image() == null
        ? container.build()
        : container.withImage(profile.image()).build();
  }

  private static VolumeMount mount(Profile.Mount mount) {
    return new VolumeMountBuilder()
        .withName(mount.volume() == null ? "" : mount.volume().getName())
        .withMountPath(mount.mountPath())
        .withSubPath(mount.subPath())
        .withReadOnly(mount.readOnly() ? Boolean.TRUE : null)
        .build();
  }

  /** What annotations say counts; of what they leave open the profile's is taken. */
  private static ResourceRequirements resources(
      Profile profile, @Nullable ResourceRequirements said) {
    ResourceRequirements asked = said == null ? new ResourceRequirements() : said;
    Map<String, Quantity> requests = new LinkedHashMap<>(asked.getRequests());
    Map<String, Quantity> limits = new LinkedHashMap<>(asked.getLimits());
    Profile.Resources usual = profile.resources();
    String memoryLimit = usual.memoryLimit() == null ? usual.memory() : usual.memoryLimit();
    take("cpu", usual.cpu(), usual.cpuLimit(), requests, limits);
    take("memory", usual.memory(), memoryLimit, requests, limits);
    String storage = usual.ephemeralStorage();
    take("ephemeral-storage", storage, storage, requests, limits);
    take(GPU, usual.gpu(), usual.gpu(), requests, limits);
    if (profile.gpuResource() != null) {
      rename(requests, profile.gpuResource());
      rename(limits, profile.gpuResource());
    }
    return new ResourceRequirementsBuilder(asked).withRequests(requests).withLimits(limits).build();
  }

  /** Both or neither: a limit here could be less than what an annotation asks for. */
  private static void take(
      String name,
      @Nullable String request,
      @Nullable String limit,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits) {
    if (requests.containsKey(name) || limits.containsKey(name)) {
      return;
    }
    if (request != null) {
      requests.put(name, Quantity.parse(request));
    }
    if (limit != null) {
      limits.put(name, Quantity.parse(limit));
    }
  }

  private static void rename(Map<String, Quantity> quantities, String name) {
    Quantity amount = quantities.remove(GPU);
    if (amount != null) {
      quantities.put(name, amount);
    }
  }
}
