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
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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

  /** The same, the account last: by that it is known that all is there. */
  static List<HasMetadata> baseInOrder() {
    return base().stream().sorted(Comparator.comparing(ServiceAccount.class::isInstance)).toList();
  }

  /**
   * An engine that stays, with all that it needs.
   *
   * @param name of its Deployment and its Service
   * @param shape what else its pod is to have
   * @throws IllegalArgumentException if there can be no Service of that name
   */
  public static List<HasMetadata> staying(
      String name, String image, UnaryOperator<PodTemplateSpec> shape) {
    if (!name.matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "The name of an engine must be up to 63 of a-z, 0-9 and -, begin with a letter and not end with -; found "
              + name
              + ".");
    }
    List<HasMetadata> all = new ArrayList<>(base());
    for (HasMetadata object : read(STAYING)) {
      object.getMetadata().setName(name);
      object.getMetadata().getLabels().put(INSTANCE, name);
      if (object instanceof Service service) {
        service.getSpec().getSelector().put(INSTANCE, name);
      } else if (object instanceof Deployment deployment) {
        deploy(deployment.getSpec(), name, image, shape);
      }
      all.add(object);
    }
    return all;
  }

  private static void deploy(
      DeploymentSpec spec, String name, String image, UnaryOperator<PodTemplateSpec> shape) {
    spec.getSelector().getMatchLabels().put(INSTANCE, name);
    PodTemplateSpec template = spec.getTemplate();
    template.getMetadata().getLabels().put(INSTANCE, name);
    Container container = template.getSpec().getContainers().get(0);
    container.setImage(image);
    container.getArgs().replaceAll(word -> renamed(word, name));
    spec.setTemplate(shape.apply(template));
  }

  /** Its name, or its address, which begins with it. */
  private static String renamed(String word, String name) {
    return word.equals(ACCOUNT) || word.startsWith(ACCOUNT + ".")
        ? name + word.substring(ACCOUNT.length())
        : word;
  }

  /**
   * An engine for one run, with the pod of one that stays; what it makes is its pod's, and goes
   * with it.
   *
   * @param run the engine's own
   * @param words of {@code jacquard}, which the engine runs with; {@code $(JACQUARD_POD_IP)} is
   *     where it is
   * @param shape what else its pod is to have
   */
  public static Job ofRun(
      RunNames run, String image, List<String> words, UnaryOperator<PodTemplateSpec> shape) {
    Map<String, String> all = new TreeMap<>(labels(run));
    all.put(NAME, ACCOUNT);
    PodTemplateSpec template =
        new PodTemplateSpecBuilder()
            .withNewMetadata()
            .withLabels(all)
            .endMetadata()
            .withSpec(podOfRun(image, words))
            .build();
    return new JobBuilder()
        .withNewMetadata()
        .withName(run.engine())
        .withLabels(all)
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withTtlSecondsAfterFinished(KEPT_SECONDS)
        .withTemplate(shape.apply(template))
        .endSpec()
        .build();
  }

  private static PodSpec podOfRun(String image, List<String> words) {
    Deployment staying =
        read(STAYING).stream()
            .filter(Deployment.class::isInstance)
            .map(Deployment.class::cast)
            .findFirst()
            .orElseThrow();
    PodSpec spec = staying.getSpec().getTemplate().getSpec();
    List<EnvVar> environment = new ArrayList<>(spec.getContainers().get(0).getEnv());
    // One without room fails its one run; what a profile says of java's options leaves it alone.
    environment.add(new EnvVar("JAVA_TOOL_OPTIONS", "-XX:+ExitOnOutOfMemoryError", null));
    environment.add(field("JACQUARD_POD_IP", "status.podIP"));
    environment.add(field("JACQUARD_OWNER_POD", "metadata.name"));
    environment.add(field("JACQUARD_OWNER_UID", "metadata.uid"));
    Container container =
        new ContainerBuilder(spec.getContainers().get(0))
            .withImage(image)
            .withArgs(words)
            .withEnv(environment)
            .build();
    return new PodSpecBuilder(spec).withRestartPolicy("Never").withContainers(container).build();
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
