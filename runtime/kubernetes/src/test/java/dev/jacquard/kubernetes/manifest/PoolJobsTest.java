package dev.jacquard.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.PlacementPlan;
import dev.jacquard.engine.plan.PlacementPlan.ResourcesPlan;
import dev.jacquard.engine.plan.PlacementPlan.SecretPlan;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pool looks like in the cluster. */
class PoolJobsTest {

  private static final WorkerPool POOL =
      new WorkerPool(
          "plain-0a1b2c3d",
          new PlacementPlan(
              false,
              new ResourcesPlan("500m", "1Gi", "1", "2Gi", "", ""),
              "registry.example/score:2",
              Map.of("PRICE", "5$"),
              List.of(new SecretPlan("DB_PASSWORD", "", ""), new SecretPlan("KEY", "vault", "k")),
              ""));

  private final RunNames names = new RunNames("abc123");
  private final PoolJobs jobs =
      new PoolJobs(names, PodSettings.of("worker:1", "engine:7400"), (pool, template) -> template);

  private static PodSpec pod(Job job) {
    return job.getSpec().getTemplate().getSpec();
  }

  private static Container container(Job job) {
    return pod(job).getContainers().get(0);
  }

  private static EnvVar variable(Job job, String name) {
    return container(job).getEnv().stream()
        .filter(v -> v.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachIndexIsAPodThatTheControllerNeverRestarts() {
    Job job = jobs.job(WorkerPool.PLAIN, 2, 7);
    assertThat(job.getMetadata().getName()).isEqualTo("jacquard-abc123-plain-2");
    assertThat(job.getSpec().getCompletionMode()).isEqualTo("Indexed");
    assertThat(job.getSpec().getCompletions()).isEqualTo(7);
    assertThat(job.getSpec().getParallelism()).isEqualTo(7);
    assertThat(job.getSpec().getBackoffLimitPerIndex()).isZero();
    assertThat(pod(job).getRestartPolicy()).isEqualTo("Never");
    assertThat(job.getSpec().getTtlSecondsAfterFinished()).isEqualTo(60);
  }

  @Test
  void growingChangesTheCountsAlone() {
    Job before = jobs.job(POOL, 1, 3);
    Job after = jobs.job(POOL, 1, 4);
    assertThat(after.getSpec().getTemplate()).isEqualTo(before.getSpec().getTemplate());
  }

  @Test
  void podsCanDoNothingButTheirCalls() {
    PodSpec pod = pod(jobs.job(WorkerPool.PLAIN, 1, 1));
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    var confined = pod.getContainers().get(0).getSecurityContext();
    assertThat(confined.getReadOnlyRootFilesystem()).isTrue();
    assertThat(confined.getAllowPrivilegeEscalation()).isFalse();
    assertThat(confined.getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void placementIsThePods() {
    Job job = jobs.job(POOL, 1, 1);
    assertThat(container(job).getImage()).isEqualTo("registry.example/score:2");
    assertThat(container(job).getResources().getRequests())
        .containsEntry("cpu", Quantity.parse("500m"))
        .containsEntry("memory", Quantity.parse("1Gi"))
        .containsEntry("nvidia.com/gpu", Quantity.parse("1"))
        .containsEntry("ephemeral-storage", Quantity.parse("2Gi"));
    assertThat(container(job).getResources().getLimits())
        .containsEntry("memory", Quantity.parse("1Gi"))
        .doesNotContainKey("cpu");
    assertThat(variable(job, "JDK_JAVA_OPTIONS").getValue()).contains("-Xmx786432k");
  }

  @Test
  void secretsAreNamedAndNeverRead() {
    Job job = jobs.job(POOL, 1, 1);
    var own = variable(job, "DB_PASSWORD").getValueFrom().getSecretKeyRef();
    assertThat(own.getName()).isEqualTo("db-password");
    assertThat(own.getKey()).isEqualTo("DB_PASSWORD");
    var grouped = variable(job, "KEY").getValueFrom().getSecretKeyRef();
    assertThat(grouped.getName()).isEqualTo("vault");
    assertThat(grouped.getKey()).isEqualTo("k");
  }

  @Test
  void valueOfAVariableIsNoReference() {
    assertThat(variable(jobs.job(POOL, 1, 1), "PRICE").getValue()).isEqualTo("5$$");
  }

  @Test
  void tokenIsInTheSecretAndOnNoCommandLine() {
    Job job = jobs.job(POOL, 1, 1);
    Secret secret = PoolSecret.of(names, POOL.name(), 1, "t0ken", Map.of("ca.pem", "PEM"), job);
    assertThat(secret.getStringData()).containsEntry("token", POOL.name() + " t0ken\n");
    assertThat(secret.getMetadata().getOwnerReferences()).hasSize(1);
    assertThat(job.toString()).doesNotContain("t0ken");
    assertThat(pod(job).getVolumes().get(0).getSecret().getSecretName())
        .isEqualTo(secret.getMetadata().getName());
  }

  @Test
  void namesFitIntoLabelsAndAreRecognized() {
    String longest = "actor-" + "a".repeat(20) + "-0a1b2c3d";
    String job = new RunNames("abcdefgh").job(longest, 99);
    assertThat((job + "-99999").length()).isLessThanOrEqualTo(63);
    assertThat(names.number("plain", names.job("plain", 12))).contains(12);
    assertThat(names.number("plain", names.job("plain-0a1b2c3d", 1))).isEmpty();
  }

  @Test
  void annotationSaysWhatThePodsAreLikeAndNothingElse() {
    PoolJobs known = jobs.withAuthority("one");
    PoolJobs same =
        new PoolJobs(names, jobs.settings(), (pool, template) -> template).withAuthority("one");
    assertThat(template(same.job(WorkerPool.PLAIN, 7, 9)))
        .isEqualTo(template(known.job(WorkerPool.PLAIN, 1, 1)))
        .isEqualTo(known.digest(WorkerPool.PLAIN));
    assertThat(jobs.job(WorkerPool.PLAIN, 1, 1).getMetadata().getAnnotations()).isEmpty();
  }

  @Test
  void otherImageAddressShapeOrAuthorityIsAnotherTemplate() {
    PodSettings image = PodSettings.of("worker:2", "engine:7400");
    PodSettings address = PodSettings.of("worker:1", "engine:7401");
    assertThat(
            List.of(
                jobs.digest(WorkerPool.PLAIN),
                new PoolJobs(names, image, (pool, pod) -> pod).digest(WorkerPool.PLAIN),
                new PoolJobs(names, address, (pool, pod) -> pod).digest(WorkerPool.PLAIN),
                new PoolJobs(names, jobs.settings(), PoolJobsTest::onASpotNode)
                    .digest(WorkerPool.PLAIN),
                jobs.withAuthority("another").digest(WorkerPool.PLAIN)))
        .doesNotHaveDuplicates();
  }

  private static PodTemplateSpec onASpotNode(WorkerPool pool, PodTemplateSpec pod) {
    return pod.edit().editSpec().addToNodeSelector("spot", "yes").endSpec().build();
  }

  private static String template(Job job) {
    return job.getMetadata().getAnnotations().get(PoolJobs.TEMPLATE);
  }
}
