package dev.jacquard.kubernetes.manifest;

import dev.jacquard.engine.plan.PlacementPlan.SecretPlan;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A pod with one worker, which can do nothing but its calls. */
final class WorkerPod {

  /** The container with the worker; a template for it has that name. */
  static final String CONTAINER = "worker";

  private static final String SECRETS = "/var/run/jacquard";
  private static final String SCRATCH = "/tmp";
  private static final String POD = "JACQUARD_POD";
  private static final long BESIDE_HEAP = 128L << 20;
  private static final long NOBODY = 65_532;
  private static final int READABLE_BY_GROUP = 0440;

  private WorkerPod() {}

  static PodSpec spec(PodSettings settings, WorkerPool pool, String secret) {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(settings.grace().toSeconds())
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(NOBODY)
        .withRunAsGroup(NOBODY)
        .withFsGroup(NOBODY)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(settings, pool))
        .withVolumes(volumes(secret))
        .build();
  }

  private static Container container(PodSettings settings, WorkerPool pool) {
    String image = pool.placement().image();
    return new ContainerBuilder()
        .withName(CONTAINER)
        .withImage(image.isEmpty() ? settings.image() : image)
        .withArgs(words(settings, pool))
        .withEnv(environment(settings, pool))
        .withResources(WorkerResources.of(pool.placement().resources()))
        .withVolumeMounts(mounts())
        .withSecurityContext(confined())
        // What it printed last is in the pod's status, and need not be asked for.
        .withTerminationMessagePolicy("FallbackToLogsOnError")
        .build();
  }

  private static List<String> words(PodSettings settings, WorkerPool pool) {
    return List.of(
        "worker",
        "--connect",
        settings.connect(),
        "--pool",
        pool.name(),
        "--instance",
        "$(" + POD + ")",
        "--token-file",
        SECRETS + "/" + PoolSecret.TOKEN,
        "--tls",
        SECRETS,
        "--slots",
        Integer.toString(pool.isolated() ? 1 : settings.slots()),
        "--cache",
        SCRATCH + "/jacquard",
        "--wait",
        settings.patience().toSeconds() + "s");
  }

  private static List<EnvVar> environment(PodSettings settings, WorkerPool pool) {
    List<EnvVar> all = new ArrayList<>();
    all.add(
        new EnvVarBuilder()
            .withName(POD)
            .withNewValueFrom()
            .withNewFieldRef()
            .withFieldPath("metadata.name")
            .endFieldRef()
            .endValueFrom()
            .build());
    TreeMap<String, String> values = new TreeMap<>();
    values.put("LANG", "C.UTF-8");
    values.put("JDK_JAVA_OPTIONS", javaOptions(settings, pool));
    values.putAll(pool.environment());
    values.forEach((name, value) -> all.add(variable(name, value)));
    pool.placement().secrets().forEach(secret -> all.add(variable(secret)));
    return all;
  }

  private static String javaOptions(PodSettings settings, WorkerPool pool) {
    List<String> options = new ArrayList<>();
    options.add("-XX:+UseSerialGC");
    options.add(heap(WorkerResources.memoryLimit(pool.placement().resources())));
    // Setting up events for Flight Recorder takes Netty longer than connecting.
    options.add("-Dio.grpc.netty.shaded.io.netty.jfr.enabled=false");
    options.addAll(settings.javaOptions());
    return String.join(" ", options);
  }

  /** What is left is for what a JVM needs beside its heap, which is never little. */
  private static String heap(long limit) {
    if (limit == 0) {
      return "-XX:MaxRAMPercentage=75";
    }
    long most = Math.min(limit / 4 * 3, limit - BESIDE_HEAP);
    return "-Xmx" + Math.max(most, limit / 3) / (1 << 10) + "k";
  }

  private static EnvVar variable(String name, String value) {
    // A dollar sign would otherwise begin a reference to another variable.
    return new EnvVarBuilder().withName(name).withValue(value.replace("$", "$$")).build();
  }

  /** {@code NAME=group/key} is the key of a Secret; {@code NAME} is in the Secret {@code name}. */
  private static EnvVar variable(SecretPlan secret) {
    String own = secret.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new EnvVarBuilder()
        .withName(secret.name())
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(secret.group().isEmpty() ? own : secret.group())
        .withKey(secret.key().isEmpty() ? secret.name() : secret.key())
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }

  private static List<Volume> volumes(String secret) {
    return List.of(
        new VolumeBuilder()
            .withName("jacquard")
            .withNewSecret()
            .withSecretName(secret)
            .withDefaultMode(READABLE_BY_GROUP)
            .endSecret()
            .build(),
        new VolumeBuilder().withName("scratch").withNewEmptyDir().endEmptyDir().build());
  }

  private static List<VolumeMount> mounts() {
    return List.of(
        new VolumeMountBuilder()
            .withName("jacquard")
            .withMountPath(SECRETS)
            .withReadOnly(true)
            .build(),
        new VolumeMountBuilder().withName("scratch").withMountPath(SCRATCH).build());
  }

  private static SecurityContext confined() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }
}
