package dev.jacquard.kubernetes;

import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.function.BiFunction;

/** The one node of a cluster, and what is done to it. */
final class TestNode {

  private static final int IMPORTANT = 1000;

  private final TestCluster cluster;
  private final KubernetesClient client;

  TestNode(TestCluster cluster) {
    this.cluster = cluster;
    client = cluster.client();
  }

  private Node node() {
    return client.nodes().list().getItems().get(0);
  }

  void cordon() {
    unschedulable(true);
  }

  void uncordon() {
    unschedulable(false);
  }

  private void unschedulable(boolean value) {
    // Without a version of the node, which its kubelet changes all the time.
    client
        .nodes()
        .withName(node().getMetadata().getName())
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"unschedulable\":" + value + "}}");
  }

  void untilSilent() {
    Bench.until("the node is silent", () -> ready().equals("Unknown"));
  }

  void untilReady() {
    Bench.until(
        "the node is ready",
        () -> ready().equals("True") && node().getSpec().getTaints().isEmpty());
  }

  private String ready() {
    return node().getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .findFirst()
        .orElseThrow()
        .getStatus();
  }

  /** Runs a pod that others have to make room for, until it has ended. */
  void runImportant(Quantity cpu) {
    String name = "important";
    client
        .resource(
            new PriorityClassBuilder()
                .withNewMetadata()
                .withName(cluster.namespace())
                .endMetadata()
                .withValue(IMPORTANT)
                .build())
        .create();
    try {
      // The API server may hear of the class a little later.
      Bench.until(
          "the important pod is admitted",
          () -> client.resource(important(name, cpu)).create() != null);
      Bench.until(
          "the important pod has ended",
          () ->
              client
                  .pods()
                  .inNamespace(cluster.namespace())
                  .withName(name)
                  .get()
                  .getStatus()
                  .getPhase()
                  .equals("Succeeded"));
      client.pods().inNamespace(cluster.namespace()).withName(name).withGracePeriod(0).delete();
    } finally {
      client.scheduling().v1().priorityClasses().withName(cluster.namespace()).delete();
    }
  }

  private Pod important(String name, Quantity cpu) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(cluster.namespace())
        .endMetadata()
        .withNewSpec()
        .withPriorityClassName(cluster.namespace())
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName(name)
        .withImage(WorkerImage.name())
        .withCommand("java", "-version")
        .withNewResources()
        .withRequests(Map.of("cpu", cpu))
        .endResources()
        .endContainer()
        .endSpec()
        .build();
  }

  /** Workers that ask for so much of it. */
  static BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> asking(Quantity cpu) {
    return (pool, template) ->
        new PodTemplateSpecBuilder(template)
            .editSpec()
            .withTerminationGracePeriodSeconds(1L)
            .editFirstContainer()
            .editOrNewResources()
            .addToRequests("cpu", cpu)
            .endResources()
            .endContainer()
            .endSpec()
            .build();
  }
}
