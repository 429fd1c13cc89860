package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pods whose engine is killed, on a real cluster. */
@Tag("cluster")
@Timeout(300)
class AdoptionClusterTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int COUNT = 200;

  @TempDir Path folder;
  private TestCluster test;
  private KubernetesOptions options;
  private SharedIndexInformer<Pod> informer;
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final List<Process> started = new ArrayList<>();

  /** An engine in a process of its own, and what it has said. */
  private record Engine(Process process, List<String> said, Thread reader) {

    Set<String> pods() {
      Set<String> pods = new TreeSet<>();
      results().forEach(text -> pods.add(text.substring(text.indexOf('@') + 1)));
      return pods;
    }

    List<String> results() {
      return said.stream()
          .filter(line -> line.startsWith(EngineMain.RESULT))
          .map(line -> line.substring(EngineMain.RESULT.length()))
          .toList();
    }

    void awaitMiddle() {
      await().atMost(LONG).until(() -> said.contains(EngineMain.MIDDLE) || !process.isAlive());
      assertThat(said).as("an engine that works").contains(EngineMain.MIDDLE);
    }

    void awaitEnd() throws InterruptedException {
      int code = process.waitFor();
      reader.join();
      assertThat(code).as("exit code of an engine that said %s", said).isZero();
    }
  }

  @BeforeEach
  void begin() {
    test = TestCluster.required();
    options = test.options().build();
    informer =
        test.client()
            .pods()
            .inNamespace(test.namespace())
            .inform(
                new ResourceEventHandler<>() {
                  @Override
                  public void onAdd(Pod pod) {
                    made.add(pod.getMetadata().getName());
                  }

                  @Override
                  public void onUpdate(Pod before, Pod pod) {}

                  @Override
                  public void onDelete(Pod pod, boolean stale) {}
                });
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
    if (test != null) {
      informer.close();
      test.close();
    }
  }

  private Engine engine(String... more) throws IOException {
    Map<String, String> usual =
        Map.of(
            "namespace", test.namespace(),
            "port", Integer.toString(options.listen().getPort()),
            "image", options.pods().image(),
            "name", "a nightly report",
            "generation", "1",
            "workflow", "pods",
            "count", Integer.toString(COUNT));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(EngineMain.class.getName());
    usual.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    List<String> said = new CopyOnWriteArrayList<>();
    Thread reader = new Thread(() -> read(process, said), "engine-output");
    reader.setDaemon(true);
    reader.start();
    return new Engine(process, said, reader);
  }

  private static void read(Process process, List<String> said) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException e) {
      said.add(e.toString()); // as when it is killed
    }
  }

  private Engine killed(String... more) throws Exception {
    Engine first = engine(more);
    first.awaitMiddle();
    first.process().destroyForcibly().waitFor();
    return first;
  }

  private void assertRight(Engine engine) {
    assertThat(engine.results().stream().map(text -> text.replaceAll("@.*", "")))
        .isEqualTo(IntStream.range(0, COUNT).mapToObj(Integer::toString).toList());
  }

  private void assertNothingIsLeft() {
    test.assertNothingLeft();
  }

  @Test
  void mapGoesOnOnThePodsOfAnEngineThatWasKilled() throws Exception {
    killed();
    Set<String> before = Set.copyOf(made);
    Engine second = engine();
    second.awaitEnd();
    assertRight(second);
    assertThat(made).hasSize(5).isEqualTo(before);
    assertNothingIsLeft();
  }

  @Test
  void actorHasItsReplicasOnThePodsOfAnEngineThatWasKilled() throws Exception {
    killed("workflow=actors");
    Engine second = engine("workflow=actors");
    second.awaitEnd();
    assertRight(second);
    assertThat(made).hasSize(5);
    assertNothingIsLeft();
  }

  @Test
  void podsThatWouldBeMadeOtherwiseNowAreReplacedAndDoNotServe() throws Exception {
    killed();
    Set<String> before = Set.copyOf(made);
    Engine second = engine("generation=2");
    second.awaitEnd();
    assertRight(second);
    assertThat(second.pods()).isNotEmpty().doesNotContainAnyElementsOf(before);
    assertThat(second.pods()).allSatisfy(pod -> assertThat(pod).contains("-plain-2-"));
    assertNothingIsLeft();
  }

  @Test
  void podsThatKnowAnotherAddressAreReplaced() throws Exception {
    killed();
    int other = test.options().build().listen().getPort();
    Engine second = engine("port=" + other);
    second.awaitEnd();
    assertRight(second);
    assertThat(second.pods()).allSatisfy(pod -> assertThat(pod).contains("-plain-2-"));
    assertNothingIsLeft();
  }

  @Test
  void otherCodeRunsOnTheSamePods() throws Exception {
    killed();
    Files.writeString(folder.resolve("more.txt"), "other code");
    Engine second = engine("code=" + folder);
    second.awaitEnd();
    assertRight(second);
    assertThat(made).hasSize(5);
    assertNothingIsLeft();
  }

  @Test
  void whatNobodyAsksForGoesWhileTheRunGoesOn() throws Exception {
    killed("workflow=actors");
    Set<String> actors = Set.copyOf(made);
    Engine second = engine("count=" + 6 * COUNT); // it goes on for longer than they need to go
    second.awaitMiddle();
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(
                        test
                            .client()
                            .pods()
                            .inNamespace(test.namespace())
                            .list()
                            .getItems()
                            .stream()
                            .map(pod -> pod.getMetadata().getName()))
                    .doesNotContainAnyElementsOf(actors));
    assertThat(second.results()).as("what ends with the run").isEmpty();
    second.awaitEnd();
    assertNothingIsLeft();
  }

  @Test
  void nameThatAnEngineKeepsIsRefusedToAnother() throws Exception {
    int more = 5 * COUNT; // it goes on for longer than the second waits
    Engine first = engine("count=" + more);
    first.awaitMiddle();
    KubernetesOptions same =
        test.options().names(RunNames.of("a nightly report")).mostPods(5).build();
    assertThatThrownBy(() -> KubernetesRuntime.open(same))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("one engine's alone; found process " + first.process().pid())
        .hasMessageContaining("runs as a nightly report");
    first.awaitEnd();
    assertThat(first.results()).hasSize(more);
    assertNothingIsLeft();
  }
}
