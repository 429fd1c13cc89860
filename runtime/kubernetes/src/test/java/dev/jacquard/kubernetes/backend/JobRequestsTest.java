package dev.jacquard.kubernetes.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent to the API server for a pool. */
@EnableKubernetesMockClient
@Timeout(60)
class JobRequestsTest {

  private static final String JOB = "/apis/batch/v1/namespaces/here/jobs/jacquard-abc-plain-1";
  private static final String SECRET = "/api/v1/namespaces/here/secrets/jacquard-abc-plain-1";
  private static final String APPLY = "?fieldManager=jacquard&force=true";

  KubernetesMockServer server;
  KubernetesClient client;

  private final List<PodEvent> heard = new CopyOnWriteArrayList<>();

  private JobRequests requests(Cluster cluster) {
    return new JobRequests(
        cluster,
        new PoolJobs(
            new RunNames("abc"), PodSettings.of("worker:1", "engine:7400"), (pool, pod) -> pod),
        pool -> "t0ken",
        Map.of(),
        (pool, event) -> heard.add(event));
  }

  private void answer(String path, int code, Object body) {
    server.expect().patch().withPath(path + APPLY).andReturn(code, body).always();
  }

  private static Job job() {
    return new JobBuilder()
        .withNewMetadata()
        .withName("jacquard-abc-plain-1")
        .withUid("u1")
        .endMetadata()
        .build();
  }

  private List<RecordedRequest> sent(int count) throws InterruptedException {
    List<RecordedRequest> all = new ArrayList<>();
    while (all.size() < count) {
      RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
      assertThat(request).as("request %d of %d", all.size() + 1, count).isNotNull();
      all.add(request);
    }
    return all;
  }

  private static String what(RecordedRequest request) {
    return request.getMethod() + " " + request.getPath().replaceAll("[?].*", "");
  }

  private static List<String> owners(RecordedRequest secret) {
    return Serialization.unmarshal(secret.getBody().readUtf8(), Secret.class)
        .getMetadata()
        .getOwnerReferences()
        .stream()
        .map(OwnerReference::getUid)
        .toList();
  }

  @Test
  void secretComesBeforeThePodsAndIsTheJobs() throws Exception {
    answer(SECRET, 200, new Secret());
    answer(JOB, 200, job());
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      requests.ask(WorkerPool.PLAIN, 1, 3);
      List<RecordedRequest> sent = sent(3);
      assertThat(sent.stream().map(JobRequestsTest::what))
          .containsExactly("PATCH " + SECRET, "PATCH " + JOB, "PATCH " + SECRET);
      assertThat(owners(sent.get(2))).containsExactly("u1");
    }
  }

  @Test
  void secretIsOwnedBeforeItsJobIsThere() throws Exception {
    answer(SECRET, 200, new Secret());
    answer(JOB, 200, job());
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      cluster.own(new OwnerReferenceBuilder().withKind("Pod").withUid("engine").build());
      requests.ask(WorkerPool.PLAIN, 1, 1);
      List<RecordedRequest> sent = sent(3);
      assertThat(owners(sent.get(0))).containsExactly("engine");
      assertThat(owners(sent.get(2))).containsExactly("u1");
    }
  }

  @Test
  void growingIsOneRequest() throws Exception {
    answer(SECRET, 200, new Secret());
    answer(JOB, 200, job());
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      requests.ask(WorkerPool.PLAIN, 1, 3);
      sent(3);
      requests.ask(WorkerPool.PLAIN, 1, 7);
      RecordedRequest grown = sent(1).get(0);
      assertThat(what(grown)).isEqualTo("PATCH " + JOB);
      Job asked = Serialization.unmarshal(grown.getBody().readUtf8(), Job.class);
      assertThat(asked.getSpec().getCompletions()).isEqualTo(7);
    }
  }

  @Test
  void whatTheApiServerWillNeverAllowIsImpossible() {
    answer(SECRET, 200, new Secret());
    answer(
        JOB, 403, new StatusBuilder().withCode(403).withMessage("jobs.batch is forbidden").build());
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      requests.ask(WorkerPool.PLAIN, 1, 1);
      await().atMost(20, TimeUnit.SECONDS).until(() -> !heard.isEmpty());
      assertThat(heard)
          .containsExactly(
              new PodEvent.Impossible(
                  "The cluster must let Jobs be made; found: jobs.batch is forbidden."));
    }
  }

  @Test
  void apiServerThatIsAwayIsAskedAgain() throws Exception {
    server
        .expect()
        .patch()
        .withPath(SECRET + APPLY)
        .andReturn(503, new StatusBuilder().withCode(503).withMessage("gone away").build())
        .times(4);
    answer(SECRET, 200, new Secret());
    answer(JOB, 200, job());
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      requests.ask(WorkerPool.PLAIN, 1, 1);
      assertThat(sent(7).stream().map(JobRequestsTest::what))
          .endsWith("PATCH " + SECRET, "PATCH " + JOB, "PATCH " + SECRET);
      assertThat(heard)
          .isNotEmpty()
          .containsOnly(new PodEvent.Refused(1, new PodTrouble.NoAnswer("gone away")));
    }
  }

  @Test
  void jobIsLetGoByTheRightToDeleteAllOfARun() throws Exception {
    server
        .expect()
        .delete()
        .withPath(
            "/apis/batch/v1/namespaces/here/jobs?fieldSelector=metadata.name%3Djacquard-abc-plain-1")
        .andReturn(200, job())
        .once();
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here");
        JobRequests requests = requests(cluster)) {
      requests.letGo("plain", 1);
      RecordedRequest sent = sent(1).get(0);
      assertThat(sent.getMethod()).isEqualTo("DELETE");
      assertThat(sent.getPath())
          .endsWith("/jobs?fieldSelector=metadata.name%3Djacquard-abc-plain-1");
    }
  }

  @Test
  void nothingMoreIsAskedOfAJobThatIsLetGo() {
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here")) {
      JobRequests requests = requests(cluster);
      requests.letGo("plain", 1);
      requests.ask(WorkerPool.PLAIN, 1, 3);
      requests.close();
      assertThat(cluster.requests().counts().keySet()).noneMatch(name -> name.startsWith("PATCH"));
    }
  }

  @Test
  void whatAnotherEngineHasTakenIsNeitherGrownNorDeleted() {
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here")) {
      JobRequests requests = requests(cluster);
      requests.touch();
      requests.abandon();
      requests.ask(WorkerPool.PLAIN, 1, 3);
      requests.close();
      assertThat(cluster.requests().all()).isZero();
    }
  }

  @Test
  void nothingIsDeletedWhereNothingWasMade() {
    try (Cluster cluster = Cluster.open(client.getConfiguration(), "here")) {
      requests(cluster).close();
      assertThat(cluster.requests().all()).isZero();
    }
  }
}
