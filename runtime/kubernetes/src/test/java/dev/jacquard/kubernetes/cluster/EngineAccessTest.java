package dev.jacquard.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.EventListBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.SecretList;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked about an engine's Job, and about what runs have left. */
@EnableKubernetesMockClient
@Timeout(60)
class EngineAccessTest {

  private static final String EVENTS =
      "/api/v1/namespaces/here/events?fieldSelector=involvedObject.kind%3DJob"
          + "%2CinvolvedObject.name%3Djob-1%2Creason%3DFailedCreate";
  private static final String OF_RUNS = "?labelSelector=app.kubernetes.io%2Fmanaged-by%3Djacquard";

  KubernetesMockServer server;
  KubernetesClient client;
  private Cluster cluster;

  @BeforeEach
  void open() {
    cluster = Cluster.open(client.getConfiguration(), "here");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private void answer(String path, int code, Object body) {
    server.expect().get().withPath(path).andReturn(code, body).always();
  }

  private void forbid(String path) {
    answer(path, 403, new StatusBuilder().withCode(403).withMessage("forbidden, alas").build());
  }

  @Test
  void latestWordsSayWhyAJobGetsNoPod() {
    answer(
        EVENTS,
        200,
        new EventListBuilder()
            .addToItems(new EventBuilder().withMessage("exceeded quota: small").build())
            .addToItems(new EventBuilder().withMessage("exceeded quota: few").build())
            .build());
    assertThat(new EngineAccess(cluster).refusal("job-1")).contains("exceeded quota: few");
  }

  @Test
  void whoMaySeeNoEventsHearsNothingOfThem() {
    forbid(EVENTS);
    assertThat(new EngineAccess(cluster).refusal("job-1")).isEmpty();
  }

  @Test
  void whoMaySeeNoLeasesCannotTellWhatIsOver() {
    answer("/apis/batch/v1/namespaces/here/jobs" + OF_RUNS, 200, new JobList());
    answer("/api/v1/namespaces/here/pods" + OF_RUNS, 200, new PodList());
    answer("/api/v1/namespaces/here/secrets" + OF_RUNS, 200, new SecretList());
    forbid("/apis/coordination.k8s.io/v1/namespaces/here/leases" + OF_RUNS);
    assertThatThrownBy(new Inventory(cluster)::ofRuns)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("forbidden, alas");
  }
}
