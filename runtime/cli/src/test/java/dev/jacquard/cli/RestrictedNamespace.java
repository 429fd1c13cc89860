package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.examples.AnomalyDetection;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A namespace in which pods may do as little as pods can, and an image of what is built here. */
final class RestrictedNamespace implements AutoCloseable {

  static final Duration LONG = Duration.ofMinutes(2);

  private static final String HOW =
      "Tests of the image and of engines in pods are skipped, since they need a cluster: set KUBECONFIG,"
          + " JACQUARD_TEST_LOAD (a command that loads an image's tar) and JACQUARD_TEST_BASE (a tar"
          + " of an image with java)";

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  private final String id = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
  private final String name = "jacquard-test-" + id;
  private final String image = "jacquard.test/image-test:" + id;
  private final KubernetesClient client = new KubernetesClientBuilder().build();

  private RestrictedNamespace() {}

  /**
   * Skips the tests where there is no cluster.
   *
   * @param folder is for what is built
   * @param code what the image has beside Jacquard, as options of {@code jacquard image}
   */
  static RestrictedNamespace required(Path folder, Object... code) throws Exception {
    boolean there =
        System.getenv("KUBECONFIG") != null
            && System.getenv("JACQUARD_TEST_LOAD") != null
            && System.getenv("JACQUARD_TEST_BASE") != null;
    if (!there) {
      System.out.println(HOW);
    }
    assumeTrue(there, HOW);
    RestrictedNamespace made = new RestrictedNamespace();
    made.load(folder, code);
    made.client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(made.name)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
    // Without it the API server refuses pods.
    made.client
        .serviceAccounts()
        .inNamespace(made.name)
        .withName("default")
        .waitUntilCondition(Objects::nonNull, LONG.toMinutes(), TimeUnit.MINUTES);
    return made;
  }

  private void load(Path folder, Object... code) throws Exception {
    Path tar = folder.resolve("image.tar");
    String base = "tar://" + System.getenv("JACQUARD_TEST_BASE");
    List<Object> words =
        new ArrayList<>(List.of("image", "--base", base, "--tar", tar, "--name", image));
    words.addAll(List.of(code));
    Outcome built =
        new Command().environment("XDG_CACHE_HOME", folder.resolve("cache")).run(words.toArray());
    assertThat(built.code()).as(built.err()).isZero();
    Process load =
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString()).inheritIO().start();
    assertThat(load.waitFor()).isZero();
  }

  String name() {
    return name;
  }

  String image() {
    return image;
  }

  KubernetesClient client() {
    return client;
  }

  static Path examples() throws URISyntaxException {
    return Path.of(
        AnomalyDetection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Runs a workflow of the examples. */
  Outcome run(Object... words) throws Exception {
    return runOn(examples(), words);
  }

  Outcome runOn(Path jar, Object... words) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "run",
                "--backend",
                "kubernetes",
                "--namespace",
                name,
                "--allow-mixed-java",
                "--jar",
                jar));
    all.addAll(List.of(words));
    return new Command().environment("JACQUARD_IMAGE", image).run(all.toArray());
  }

  /** Makes objects here, or changes them to these. */
  void apply(List<? extends HasMetadata> objects) {
    objects.forEach(
        object -> client.resource(object).inNamespace(name).forceConflicts().serverSideApply());
  }

  /** All that runs have made here and is there. */
  List<? extends HasMetadata> ofRuns() {
    List<HasMetadata> all = new ArrayList<>();
    all.addAll(
        client.batch().v1().jobs().inNamespace(name).withLabel(MANAGED_BY).list().getItems());
    all.addAll(client.pods().inNamespace(name).withLabel(MANAGED_BY).list().getItems());
    all.addAll(client.secrets().inNamespace(name).withLabel(MANAGED_BY).list().getItems());
    all.addAll(client.leases().inNamespace(name).withLabel(MANAGED_BY).list().getItems());
    return all;
  }

  void awaitNothingLeft() {
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  List<String> workers() {
    return running("jacquard-worker");
  }

  /** The pods of a component that run and are not being ended. */
  List<String> running(String component) {
    return client
        .pods()
        .inNamespace(name)
        .withLabel("app.kubernetes.io/name", component)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .map(pod -> pod.getMetadata().getName())
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    client.namespaces().withName(name).delete();
    client.close();
  }
}
