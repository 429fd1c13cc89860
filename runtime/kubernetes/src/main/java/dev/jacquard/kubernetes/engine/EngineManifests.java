package dev.jacquard.kubernetes.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an engine in a cluster is made of: the files of {@code deploy/kubernetes}, which are part of
 * this code.
 */
public final class EngineManifests {

  /** Who an engine is, and what its role is called. */
  public static final String ACCOUNT = "jacquard-engine";

  /** The label that says what a pod is. */
  static final String NAME = "app.kubernetes.io/name";

  /** The label that tells engines apart. */
  static final String INSTANCE = "app.kubernetes.io/instance";

  private static final int KEPT_SECONDS = 60;
  private static final List<String> BASE = List.of("base/rbac.yaml", "base/network-policy.yaml");
  private static final List<String> STAYING =
      List.of("engine/deployment.yaml", "engine/service.yaml");

  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private EngineManifests() {}

  /** What a namespace needs before an engine may run in it. */
  public static List<HasMetadata> base() {
    return read(BASE);
  }

  /** An engine that stays, with all that it needs. */
  public static List<HasMetadata> staying(String image) {
    List<HasMetadata> all = new ArrayList<>(base());
    all.addAll(read(STAYING));
    all.stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .forEach(d -> container(d).setImage(image));
    return all;
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  /**
   * An engine for one run, with the pod of one that stays; what it makes is its pod's, and goes
   * with it.
   *
   * @param run the engine's own
   * @param words of {@code jacquard}, which the engine runs with; {@code $(JACQUARD_POD_IP)} is
   *     where it is
   */
  public static Job ofRun(RunNames run, String image, List<String> words) {
    Deployment staying =
        read(STAYING).stream()
            .filter(Deployment.class::isInstance)
            .map(Deployment.class::cast)
            .findFirst()
            .orElseThrow();
    Map<String, String> all = new TreeMap<>(labels(run));
    all.put(NAME, ACCOUNT);
    PodSpec spec = staying.getSpec().getTemplate().getSpec();
    List<EnvVar> environment = new ArrayList<>(spec.getContainers().get(0).getEnv());
    environment.add(field("JACQUARD_POD_IP", "status.podIP"));
    environment.add(field("JACQUARD_OWNER_POD", "metadata.name"));
    environment.add(field("JACQUARD_OWNER_UID", "metadata.uid"));
    Container container =
        new ContainerBuilder(spec.getContainers().get(0))
            .withImage(image)
            .withArgs(words)
            .withEnv(environment)
            .build();
    return new JobBuilder()
        .withNewMetadata()
        .withName(run.engine())
        .withLabels(all)
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withTtlSecondsAfterFinished(KEPT_SECONDS)
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(all)
        .endMetadata()
        .withSpec(
            new PodSpecBuilder(spec).withRestartPolicy("Never").withContainers(container).build())
        .endTemplate()
        .endSpec()
        .build();
  }

  /** What the engine of a run is selected by. */
  static Map<String, String> labels(RunNames run) {
    return Map.of(RunNames.MANAGED_BY, RunNames.JACQUARD, RunNames.RUN, run.run());
  }

  private static EnvVar field(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef()
        .withFieldPath(path)
        .endFieldRef()
        .endValueFrom()
        .build();
  }

  private static List<HasMetadata> read(List<String> files) {
    List<HasMetadata> all = new ArrayList<>();
    for (String file : files) {
      try (InputStream stream = EngineManifests.class.getResourceAsStream(file)) {
        if (stream == null) {
          throw new IllegalStateException("The manifest " + file + " must be part of this code.");
        }
        for (String document : new String(stream.readAllBytes(), UTF_8).split("(?m)^---$", -1)) {
          all.add((HasMetadata) SERIALIZATION.unmarshal(document));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
