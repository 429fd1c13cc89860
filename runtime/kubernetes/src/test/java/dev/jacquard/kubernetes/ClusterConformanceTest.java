package dev.jacquard.kubernetes;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.testing.BackendConformance;
import dev.jacquard.engine.testing.ConformanceActors;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.spi.TaskHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every backend has to do, on a real cluster. */
@Tag("cluster")
@Timeout(600)
class ClusterConformanceTest extends BackendConformance {

  @TempDir Path specs;

  private final SystemClock clock = new SystemClock();
  private TestCluster test;
  private PathCode code;

  @BeforeEach
  void begin() throws Exception {
    test = TestCluster.required();
    ConformanceSpecs.write(specs);
    code =
        PathCode.open(ClassPath.of(List.of(specs, WorkerImage.location(BackendConformance.class))));
  }

  @AfterEach
  void end() {
    if (code != null) {
      code.close();
    }
    clock.close();
    if (test != null) {
      test.close();
    }
  }

  @Override
  protected Backend backend() {
    KubernetesOptions options =
        test.options()
            .mostPods(2)
            .classPath(code.classPath())
            .engine(LocalOptions.defaults().withGrace(Duration.ofSeconds(5)))
            .build();
    return KubernetesRuntime.backend(
        options, Cluster.open(options.context(), options.namespace()), clock);
  }

  @Override
  protected Chain chain(Class<? extends TaskHandler> handler) {
    return Planner.plan(code, ConformanceSpecs.workflow(handler)).chain(0);
  }

  @Override
  protected ActorPlan actor() {
    return Planner.plan(code, ConformanceSpecs.workflow(ConformanceActors.Count.class)).actor(0);
  }

  @TestFactory
  Stream<DynamicTest> conforms() {
    return checks().entrySet().stream()
        .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
  }
}
