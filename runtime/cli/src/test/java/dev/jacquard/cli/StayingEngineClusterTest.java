package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.kubernetes.engine.EngineManifests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, with an engine that stays in the cluster. */
@Tag("cluster")
final class StayingEngineClusterTest {

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
  void begin() {
    namespace.apply(
        EngineManifests.staying(
            EngineManifests.ACCOUNT, namespace.image(), UnaryOperator.identity()));
    deployment().waitUntilReady(2, TimeUnit.MINUTES);
  }

  @AfterEach
  void end() {
    deployment().delete();
    namespace.awaitNothingLeft();
  }

  private static RollableScalableResource<Deployment> deployment() {
    return namespace
        .client()
        .apps()
        .deployments()
        .inNamespace(namespace.name())
        .withName(EngineManifests.ACCOUNT);
  }

  private static String runThere(Object... words) throws Exception {
    List<Object> all =
        new ArrayList<>(List.of("--engine", EngineManifests.ACCOUNT, "--idle", "2m"));
    all.addAll(List.of(words));
    Outcome outcome = namespace.run(all.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static List<String> actors() {
    return namespace.workers().stream().filter(pod -> pod.contains("-actor-")).toList();
  }

  @Test
  void itsPodsStayWarmFromRunToRun() throws Exception {
    Object[] words = {"AnomalyDetection.detectWarm", "--points", "10,20,30"};
    assertThat(runThere(words)).isEqualTo("[false,true,true]\n");
    // They serve before it is written that they run.
    List<String> warm =
        await()
            .atMost(RestrictedNamespace.LONG)
            .until(() -> namespace.workers(), pods -> !pods.isEmpty());
    assertThat(runThere(words)).isEqualTo("[false,true,true]\n");
    assertThat(namespace.workers()).containsAll(warm);
  }

  @Test
  void newCodeTakesThePlacesOfTheOldOnesReplicas() throws Exception {
    Path news = Files.createDirectory(folder.resolve("news"));
    Files.writeString(news.resolve("version.txt"), "2");
    List<Object> words =
        List.of("ActorResources.change", "--cents", "5", "--rate", "2", "--back", "false");
    String answer = runThere(words.toArray());
    List<String> old =
        await().atMost(RestrictedNamespace.LONG).until(() -> actors(), pods -> pods.size() == 2);
    List<Object> changed = new ArrayList<>(List.of("--classpath", news));
    changed.addAll(words);
    assertThat(runThere(changed.toArray())).isEqualTo(answer);
    // Sooner than those of before would go by themselves: their actor's ttl is a minute.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(actors()).hasSize(2).doesNotContainAnyElementsOf(old));
  }
}
