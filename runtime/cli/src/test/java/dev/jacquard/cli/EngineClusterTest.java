package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.examples.AnomalyDetection;
import dev.jacquard.kubernetes.engine.EngineManifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, with the engine in the cluster. */
@Tag("cluster")
final class EngineClusterTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String NAME =
      Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
  private static final String IMAGE = "jacquard.test/engine-test:" + NAME;
  private static final String NAMESPACE = "jacquard-test-" + NAME;
  private static final String HOW =
      "Tests of engines in pods are skipped, since they need a cluster: set KUBECONFIG,"
          + " JACQUARD_TEST_LOAD (a command that loads an image's tar) and JACQUARD_TEST_BASE (a tar"
          + " of an image with java)";

  private static KubernetesClient client;

  @TempDir static Path folder;

  @BeforeAll
  static void build() throws Exception {
    boolean there =
        System.getenv("KUBECONFIG") != null
            && System.getenv("JACQUARD_TEST_LOAD") != null
            && System.getenv("JACQUARD_TEST_BASE") != null;
    if (!there) {
      System.out.println(HOW);
    }
    assumeTrue(there, HOW);
    client = new KubernetesClientBuilder().build();
    Path tar = folder.resolve("image.tar");
    Outcome built =
        new Command()
            .environment("XDG_CACHE_HOME", folder.resolve("cache"))
            .run(
                "image",
                "--base",
                "tar://" + System.getenv("JACQUARD_TEST_BASE"),
                "--tar",
                tar,
                "--name",
                IMAGE);
    assertThat(built.code()).as(built.err()).isZero();
    Process load =
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString()).inheritIO().start();
    assertThat(load.waitFor()).isZero();
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
  }

  @AfterAll
  static void remove() {
    if (client != null) {
      client.namespaces().withName(NAMESPACE).delete();
      client.close();
    }
  }

  @BeforeEach
  void awaitTheEndOfOthers() {
    await().atMost(LONG).until(() -> ofRuns().isEmpty());
  }

  private static Outcome run(Object... words) throws Exception {
    return runOn(examples(), words);
  }

  private static Path examples() throws URISyntaxException {
    return Path.of(
        AnomalyDetection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Outcome runOn(Path jar, Object... words) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "run",
                "--backend",
                "kubernetes",
                "--namespace",
                NAMESPACE,
                "--allow-mixed-java",
                "--jar",
                jar));
    all.addAll(List.of(words));
    return new Command().environment("JACQUARD_IMAGE", IMAGE).run(all.toArray());
  }

  private static List<? extends HasMetadata> ofRuns() {
    List<HasMetadata> all = new ArrayList<>();
    String label = "app.kubernetes.io/managed-by";
    all.addAll(
        client.batch().v1().jobs().inNamespace(NAMESPACE).withLabel(label).list().getItems());
    all.addAll(client.pods().inNamespace(NAMESPACE).withLabel(label).list().getItems());
    all.addAll(client.secrets().inNamespace(NAMESPACE).withLabel(label).list().getItems());
    all.addAll(client.leases().inNamespace(NAMESPACE).withLabel(label).list().getItems());
    return all;
  }

  private static List<String> pods(String label, String value) {
    return client.pods().inNamespace(NAMESPACE).withLabel(label, value).list().getItems().stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .map(pod -> pod.getMetadata().getName())
        .sorted()
        .toList();
  }

  @Test
  void anEngineOfItsOwnGoesWithTheRun() throws Exception {
    Outcome outcome = run("AnomalyDetection.detectAnomalies");
    assertThat(outcome.err()).contains("jacquard: the engine runs in pod ");
    assertThat(outcome.out()).isEqualTo("\"paged: 5 anomalies\"\n");
    assertThat(outcome.code()).isZero();
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  @Test
  void aFailureIsToldAsIfTheEngineWereHere() throws Exception {
    Outcome outcome = run("FailureModes.inOrder", "--texts", "1,2,many,4");
    assertThat(outcome.err())
        .contains("element: 2")
        .contains("java.lang.NumberFormatException: For input string: \"many\"")
        .contains("at dev.jacquard.examples.language.FailureModes.parse(FailureModes.java");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aRunWhoseEngineIsDeletedEndsWithKubernetesWords() throws Exception {
    Path shop = ShopCode.in(Files.createDirectory(folder.resolve("shop")));
    // Not in the common pool, which the client's answers come through.
    FutureTask<Outcome> running = new FutureTask<>(() -> runOn(shop, "hangOn", "--points", "60"));
    Thread runner = new Thread(running, "run");
    runner.setDaemon(true);
    runner.start();
    await().atMost(LONG).until(() -> !pods("app.kubernetes.io/name", "jacquard-worker").isEmpty());
    // Else what it has made would go too, only later: when its workers have missed it for long.
    assertThat(
            client
                .batch()
                .v1()
                .jobs()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/name", "jacquard-worker")
                .list()
                .getItems())
        .allSatisfy(
            job ->
                assertThat(job.getMetadata().getOwnerReferences())
                    .extracting(OwnerReference::getName)
                    .isEqualTo(pods("app.kubernetes.io/name", EngineManifests.ACCOUNT)))
        .isNotEmpty();
    for (String engine : pods("app.kubernetes.io/name", EngineManifests.ACCOUNT)) {
      client.pods().inNamespace(NAMESPACE).withName(engine).withGracePeriod(0).delete();
    }
    Outcome outcome = running.get();
    assertThat(outcome.err()).contains("jacquard: The engine's pod has ended before the run: ");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  /** What is done while there is an engine that stays. */
  private interface Use {
    void of() throws Exception;
  }

  private static void withAnEngineThatStays(Use use) throws Exception {
    EngineManifests.staying(EngineManifests.ACCOUNT, IMAGE, UnaryOperator.identity())
        .forEach(
            object ->
                client.resource(object).inNamespace(NAMESPACE).forceConflicts().serverSideApply());
    try {
      client
          .apps()
          .deployments()
          .inNamespace(NAMESPACE)
          .withName(EngineManifests.ACCOUNT)
          .waitUntilReady(2, TimeUnit.MINUTES);
      use.of();
    } finally {
      client.apps().deployments().inNamespace(NAMESPACE).withName(EngineManifests.ACCOUNT).delete();
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  private static String runThere(Object... words) throws Exception {
    List<Object> all =
        new ArrayList<>(List.of("--engine", EngineManifests.ACCOUNT, "--idle", "2m"));
    all.addAll(List.of(words));
    Outcome outcome = run(all.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static List<String> workers() {
    return pods("app.kubernetes.io/name", "jacquard-worker");
  }

  @Test
  void anEngineThatStaysKeepsItsPodsWarmFromRunToRun() throws Exception {
    withAnEngineThatStays(
        () -> {
          Object[] words = {"AnomalyDetection.detectWarm", "--points", "10,20,30"};
          assertThat(runThere(words)).isEqualTo("[false,true,true]\n");
          // They serve before it is written that they run.
          List<String> warm = await().atMost(LONG).until(() -> workers(), pods -> !pods.isEmpty());
          assertThat(runThere(words)).isEqualTo("[false,true,true]\n");
          assertThat(workers()).containsAll(warm);
        });
  }

  @Test
  void newCodeTakesThePlacesOfTheOldOnesReplicas() throws Exception {
    Path news = Files.createDirectory(folder.resolve("news"));
    Files.writeString(news.resolve("version.txt"), "2");
    List<Object> words =
        List.of("ActorResources.change", "--cents", "5", "--rate", "2", "--back", "false");
    withAnEngineThatStays(
        () -> {
          String answer = runThere(words.toArray());
          List<String> old = await().atMost(LONG).until(() -> actors(), pods -> pods.size() == 2);
          List<Object> changed = new ArrayList<>(List.of("--classpath", news));
          changed.addAll(words);
          assertThat(runThere(changed.toArray())).isEqualTo(answer);
          // Sooner than those of before would go by themselves: their actor's ttl is a minute.
          await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(
                  () -> assertThat(actors()).hasSize(2).doesNotContainAnyElementsOf(old));
        });
  }

  private static List<String> actors() {
    return workers().stream().filter(pod -> pod.contains("-actor-")).toList();
  }

  @Test
  void anEngineThatIsNotThereIsSaidSo() throws Exception {
    Outcome outcome = run("--engine", "nobody", "AnomalyDetection.detectAnomalies");
    assertThat(outcome.err())
        .startsWith("jacquard: There must be an engine nobody in namespace " + NAMESPACE);
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void anImageThatDoesNotExistIsToldInKubernetesWordsAndLeavesNothing() throws Exception {
    Outcome outcome =
        run(
            "--image",
            "jacquard.test/nowhere:1",
            "--patience",
            "5s",
            "AnomalyDetection.detectAnomalies");
    assertThat(outcome.err())
        .contains("jacquard: The engine's pod must start; found: ")
        .contains("jacquard.test/nowhere:1");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  /** The words of a run in a process of its own. */
  private static List<String> process(String... more) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("run", "--backend", "kubernetes", "--namespace", NAMESPACE));
    words.addAll(List.of(more));
    return words;
  }

  @Test
  void aCallerNeedsNoMoreThanTheRightsThatAreDocumented() throws Exception {
    Outcome outcome = runAs(RestrictedCaller.documented());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo("\"paged: 5 anomalies\"\n");
    await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
  }

  @Test
  void aCallerWhoMayNotForwardPortsIsToldSoBeforeAnythingIsMade() throws Exception {
    Outcome outcome = runAs(List.of(RestrictedCaller.rule("", "pods/portforward", "create")));
    assertThat(outcome.err())
        .startsWith("jacquard: The cluster must let ports be forwarded to pods of namespace ")
        .contains("found that you may not get pods/portforward.");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ofRuns()).isEmpty();
  }

  private static Outcome runAs(List<PolicyRule> rights) throws Exception {
    EngineManifests.base()
        .forEach(
            object ->
                client.resource(object).inNamespace(NAMESPACE).forceConflicts().serverSideApply());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> words =
        process("--image", IMAGE, "--allow-mixed-java", "--jar", examples().toString());
    words.add("AnomalyDetection.detectAnomalies");
    ProcessBuilder run =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    Path kubeconfig = RestrictedCaller.kubeconfig(client, NAMESPACE, rights, folder);
    run.environment().put("KUBECONFIG", kubeconfig.toString());
    Process process = run.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aRunThatIsEndedWhileItsEngineWaitsLeavesNothing() throws Exception {
    List<String> words =
        process("--patience", "1h", "--image", "jacquard.test/nowhere:1", "--jar", examples() + "");
    words.add("AnomalyDetection.detectAnomalies");
    Process process = new ProcessBuilder(words).inheritIO().start();
    try {
      await().atMost(LONG).until(() -> !ofRuns().isEmpty());
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      await().atMost(LONG).untilAsserted(() -> assertThat(ofRuns()).isEmpty());
    } finally {
      process.destroyForcibly();
    }
  }
}
