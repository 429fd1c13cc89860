package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.kubernetes.engine.EngineManifests;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, with an engine in the cluster that is there for the run. */
@Tag("cluster")
final class EngineClusterTest {

  private static RestrictedNamespace namespace;

  @TempDir static Path folder;

  @BeforeAll
  static void build() throws Exception {
    namespace = RestrictedNamespace.required(folder);
  }

  @AfterAll
  static void remove() {
    if (namespace != null) {
      namespace.close();
    }
  }

  @BeforeEach
  void awaitTheEndOfOthers() {
    namespace.awaitNothingLeft();
  }

  @Test
  void anEngineOfItsOwnGoesWithTheRun() throws Exception {
    Outcome outcome = namespace.run("AnomalyDetection.detectAnomalies");
    assertThat(outcome.err()).contains("jacquard: the engine runs in pod ");
    assertThat(outcome.out()).isEqualTo("\"paged: 5 anomalies\"\n");
    assertThat(outcome.code()).isZero();
    namespace.awaitNothingLeft();
  }

  @Test
  void aFailureIsToldAsIfTheEngineWereHere() throws Exception {
    Outcome outcome = namespace.run("FailureModes.inOrder", "--texts", "1,2,many,4");
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
    FutureTask<Outcome> running =
        new FutureTask<>(() -> namespace.runOn(shop, "hangOn", "--points", "60"));
    Thread runner = new Thread(running, "run");
    runner.setDaemon(true);
    runner.start();
    await().atMost(RestrictedNamespace.LONG).until(() -> !namespace.workers().isEmpty());
    // Else what it has made would go too, only later: when its workers have missed it for long.
    assertThat(
            namespace
                .client()
                .batch()
                .v1()
                .jobs()
                .inNamespace(namespace.name())
                .withLabel("app.kubernetes.io/name", "jacquard-worker")
                .list()
                .getItems())
        .allSatisfy(
            job ->
                assertThat(job.getMetadata().getOwnerReferences())
                    .extracting(OwnerReference::getName)
                    .isEqualTo(namespace.running(EngineManifests.ACCOUNT)))
        .isNotEmpty();
    for (String engine : namespace.running(EngineManifests.ACCOUNT)) {
      namespace
          .client()
          .pods()
          .inNamespace(namespace.name())
          .withName(engine)
          .withGracePeriod(0)
          .delete();
    }
    Outcome outcome = running.get();
    assertThat(outcome.err()).contains("jacquard: The engine's pod has ended before the run: ");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    namespace.awaitNothingLeft();
  }

  @Test
  void anEngineThatIsNotThereIsSaidSo() throws Exception {
    Outcome outcome = namespace.run("--engine", "nobody", "AnomalyDetection.detectAnomalies");
    assertThat(outcome.err())
        .startsWith("jacquard: There must be an engine nobody in namespace " + namespace.name());
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void anImageThatDoesNotExistIsToldInKubernetesWordsAndLeavesNothing() throws Exception {
    Outcome outcome =
        namespace.run(
            "--image",
            "jacquard.test/nowhere:1",
            "--patience", // a busy node needs some time to see that there is none
            "20s",
            "AnomalyDetection.detectAnomalies");
    assertThat(outcome.err())
        .contains("jacquard: The engine's pod must start; found: ")
        .contains("jacquard.test/nowhere:1");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    namespace.awaitNothingLeft();
  }

  /** The words of a run in a process of its own. */
  private static List<String> process(String... more) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("run", "--backend", "kubernetes", "--namespace", namespace.name()));
    words.addAll(List.of(more));
    return words;
  }

  @Test
  void aCallerNeedsNoMoreThanTheRightsThatAreDocumented() throws Exception {
    Outcome outcome = runAs(RestrictedCaller.documented());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo("\"paged: 5 anomalies\"\n");
    namespace.awaitNothingLeft();
  }

  @Test
  void aCallerWhoMayNotForwardPortsIsToldSoBeforeAnythingIsMade() throws Exception {
    Outcome outcome = runAs(List.of(RestrictedCaller.rule("", "pods/portforward", "create")));
    assertThat(outcome.err())
        .startsWith("jacquard: The cluster must let ports be forwarded to pods of namespace ")
        .contains("found that you may not get pods/portforward.");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(namespace.ofRuns()).isEmpty();
  }

  private static Outcome runAs(List<PolicyRule> rights) throws Exception {
    namespace.apply(EngineManifests.base());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> words =
        process(
            "--image",
            namespace.image(),
            "--allow-mixed-java",
            "--jar",
            RestrictedNamespace.examples().toString());
    words.add("AnomalyDetection.detectAnomalies");
    ProcessBuilder run =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    Path kubeconfig =
        RestrictedCaller.kubeconfig(namespace.client(), namespace.name(), rights, folder);
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
        process(
            "--patience", // a busy node needs some time to see that there is none
            "1h",
            "--image",
            "jacquard.test/nowhere:1",
            "--jar",
            RestrictedNamespace.examples() + "");
    words.add("AnomalyDetection.detectAnomalies");
    Process process = new ProcessBuilder(words).inheritIO().start();
    try {
      await().atMost(RestrictedNamespace.LONG).until(() -> !namespace.ofRuns().isEmpty());
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      namespace.awaitNothingLeft();
    } finally {
      process.destroyForcibly();
    }
  }
}
