package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run whose engine is gone from one moment to the next, on a real cluster. */
@Tag("cluster")
@Timeout(300)
final class KilledEngineClusterTest {

  /** Workers miss it for a minute, and Jobs that have ended are kept for another. */
  private static final Duration PROMISED = Duration.ofSeconds(140);

  @TempDir private Path folder;
  private Bench bench;

  /** An engine that runs elements which tell a tally, until it is killed. */
  static final class Engine {

    private Engine() {}

    public static void main(String[] words) throws Exception {
      KubernetesOptions options =
          KubernetesOptions.advertise(TestCluster.host(), TestCluster.freePort(), words[1])
              .toBuilder()
              .namespace(words[0])
              .mixedJava(true)
              .mostPods(Bench.PODS)
              .classPath(ClassPath.of(List.of(WorkerImage.location(FaultTrials.class))))
              .build();
      try (WorkflowRuntime runtime = KubernetesRuntime.open(options)) {
        runtime.run(FaultTrialsWorkflows.elements(Bench.numbers(Bench.PODS), 0, words[2]));
      }
    }
  }

  @BeforeEach
  void begin() {
    bench = Bench.required();
  }

  @AfterEach
  void end() {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void allThatAKilledEngineHasMadeIsGoneInTwoMinutes() throws Exception {
    bench.tally().hold(0, 1, 2);
    Process engine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Engine.class.getName(),
                bench.cluster().namespace(),
                WorkerImage.name(),
                bench.tally().address())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "engine.log"))
            .start();
    try {
      bench.untilBegun(Bench.PODS);
    } finally {
      engine.destroyForcibly().waitFor();
    }
    assertThat(bench.cluster().left()).hasSize(Bench.PODS + 2);
    await()
        .atMost(PROMISED)
        .untilAsserted(() -> assertThat(bench.cluster().left()).as("left behind").isEmpty());
    assertThat(bench.tally().most()).isEqualTo(1);
  }
}
