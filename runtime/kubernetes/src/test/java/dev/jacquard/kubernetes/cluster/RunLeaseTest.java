package dev.jacquard.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One engine alone has the name of a run. */
@EnableKubernetesMockClient(crud = true)
@Timeout(60)
class RunLeaseTest {

  private static final RunNames NAMES = RunNames.of("nightly");
  private static final RunLease.Times SHORT =
      new RunLease.Times(
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofSeconds(10));

  KubernetesMockServer server;
  KubernetesClient client;

  private final List<String> lost = new CopyOnWriteArrayList<>();
  private Cluster cluster;

  @BeforeEach
  void open() {
    cluster = Cluster.open(client.getConfiguration(), "here");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private RunLease take() {
    return RunLease.take(cluster, NAMES, lost::add, SHORT);
  }

  private Lease lease() {
    return client.leases().inNamespace("here").withName(NAMES.engine()).get();
  }

  @Test
  void nameThatIsFreeIsTakenAtOnceAndRenewed() {
    try (RunLease lease = take()) {
      assertThat(lease).isNotNull();
      assertThat(lease().getMetadata().getLabels()).containsEntry(RunNames.RUN, NAMES.run());
      assertThat(lease().getMetadata().getAnnotations()).containsEntry(RunNames.NAME, "nightly");
      ZonedDateTime first = lease().getSpec().getRenewTime();
      await().until(() -> lease().getSpec().getRenewTime().isAfter(first));
    }
  }

  @Test
  void nameThatAnotherKeepsIsRefusedWithWhoHasIt() {
    try (RunLease first = take()) {
      assertThat(first).isNotNull();
      assertThatThrownBy(this::take)
          .isInstanceOf(ClusterException.class)
          .hasMessageStartingWith("The name of a run must be one engine's alone; found process ")
          .hasMessageContaining("which runs as nightly. End that");
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void nameOfAnEngineThatIsGoneIsTakenWhenItIsNotRenewedAnyMore() {
    take().close();
    String before = lease().getSpec().getHolderIdentity();
    long start = System.nanoTime();
    try (RunLease second = take()) {
      assertThat(second).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(lease().getSpec().getHolderIdentity()).isNotEqualTo(before);
    }
  }

  @Test
  void nameThatWasReleasedIsFreeAtOnce() {
    take().release();
    assertThat(lease()).isNull();
    take().close();
  }

  @Test
  void engineWhoseNameWasTakenHearsOfItOnce() {
    RunLease first = take();
    client
        .leases()
        .inNamespace("here")
        .withName(NAMES.engine())
        .edit(
            lease -> {
              lease.getSpec().setHolderIdentity("another");
              return lease;
            });
    await().until(() -> !lost.isEmpty());
    first.close();
    assertThat(lost).containsExactly("another");
  }

  @Test
  void rightThatIsMissingIsToldAtOnce() {
    server
        .expect()
        .get()
        .withPath("/apis/coordination.k8s.io/v1/namespaces/here/leases/" + NAMES.engine())
        .andReturn(
            403, new StatusBuilder().withCode(403).withMessage("leases is forbidden").build())
        .always();
    assertThatThrownBy(this::take)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("must let the Lease " + NAMES.engine())
        .hasMessageContaining("leases is forbidden");
  }
}
