package dev.jacquard.kubernetes.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a file of profiles, with the names that it has there.
 *
 * @param base what {@code jacquard image --profile} builds on
 * @param image what its pods run, whatever the annotations say
 * @param serviceAccount as whom they run
 * @param priorityClass how important they are
 * @param spot whose cheap and passing machines they go to
 * @param nodeSelector which nodes they go to
 * @param tolerations which taints they do not mind
 * @param imagePullSecrets with what the image is fetched
 * @param gpuResource what a graphics processor is called here
 * @param resources of tasks and actors that do not say them themselves
 * @param volumes what is mounted
 * @param podTemplate what else their template has
 */
public record Profile(
    @Nullable String base,
    @Nullable String image,
    @Nullable String serviceAccount,
    @Nullable String priorityClass,
    @Nullable Spot spot,
    Map<String, String> nodeSelector,
    List<Toleration> tolerations,
    List<String> imagePullSecrets,
    @Nullable String gpuResource,
    Resources resources,
    List<Mount> volumes,
    @Nullable PodTemplateSpec podTemplate) {

  /** What is not said is empty. */
  public Profile {
    nodeSelector = nodeSelector == null ? Map.of() : nodeSelector;
    tolerations = tolerations == null ? List.of() : tolerations;
    imagePullSecrets = imagePullSecrets == null ? List.of() : imagePullSecrets;
    resources = resources == null ? Resources.NONE : resources;
    volumes = volumes == null ? List.of() : volumes;
  }

  /** Of it all, with what images are fetched. */
  Profile forFetching() {
    return new Profile(
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        imagePullSecrets,
        null,
        Resources.NONE,
        List.of(),
        null);
  }

  /** Who has machines that are cheap and may be taken away, and how they are marked. */
  public enum Spot {
    /** Google's. */
    @JsonProperty("gke")
    GKE("cloud.google.com/gke-spot", "true", true),
    /** Amazon's managed node groups, which are labelled and not tainted. */
    @JsonProperty("eks")
    EKS("eks.amazonaws.com/capacityType", "SPOT", false),
    /** Microsoft's. */
    @JsonProperty("aks")
    AKS("kubernetes.azure.com/scalesetpriority", "spot", true),
    /** Those that Karpenter makes. */
    @JsonProperty("karpenter")
    KARPENTER("karpenter.sh/capacity-type", "spot", false);

    private final String label;
    private final String value;
    private final boolean tainted;

    Spot(String label, String value, boolean tainted) {
      this.label = label;
      this.value = value;
      this.tainted = tainted;
    }

    String label() {
      return label;
    }

    String value() {
      return value;
    }

    /** Whether such nodes have a taint of the same name. */
    boolean tainted() {
      return tainted;
    }
  }

  /**
   * Quantities as Kubernetes writes them; null: not said.
   *
   * @param cpu as in the annotation {@code Resources}, and so the others
   */
  public record Resources(
      @Nullable String cpu,
      @Nullable String memory,
      @Nullable String gpu,
      @Nullable String ephemeralStorage,
      @Nullable String cpuLimit,
      @Nullable String memoryLimit) {
    static final Resources NONE = new Resources(null, null, null, null, null, null);
  }

  /**
   * A volume and where it is seen.
   *
   * @param volume as in a pod
   * @param mountPath where
   * @param subPath which part of it; null: all
   * @param readOnly whether it may not be written
   */
  public record Mount(
      @Nullable Volume volume,
      @Nullable String mountPath,
      @Nullable String subPath,
      boolean readOnly) {}
}
