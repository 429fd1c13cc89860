package dev.jacquard.kubernetes;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.PoolPods;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An engine that can be killed. It says {@link #MIDDLE} when a fifth is done, and its results. */
final class EngineMain {

  static final String MIDDLE = "in the middle";
  static final String RESULT = "result ";
  static final String SERVING = "serving after ";

  // For a machine that has much else to do.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private EngineMain() {}

  public static void main(String[] words) throws Exception {
    long start = System.nanoTime();
    Map<String, String> given = new HashMap<>();
    Arrays.stream(words)
        .map(word -> word.split("=", 2))
        .forEach(pair -> given.put(pair[0], pair[1]));
    try (WorkflowRuntime runtime = KubernetesRuntime.open(options(given, start))) {
      List<Integer> numbers =
          IntStream.range(0, Integer.parseInt(given.get("count"))).boxed().toList();
      Execution<List<String>> execution =
          runtime.start(
              given.get("workflow").equals("actors")
                  ? PodTrialsWorkflows.actors(numbers, 200)
                  : PodTrialsWorkflows.pods(numbers, 200));
      while (done(execution) < numbers.size() / 5) {
        Thread.sleep(10);
      }
      System.out.println(MIDDLE);
      execution.await().forEach(text -> System.out.println(RESULT + text));
    }
  }

  private static long done(Execution<?> execution) {
    return execution.progress().stream().mapToLong(map -> map.done()).sum();
  }

  private static KubernetesOptions options(Map<String, String> given, long start) throws Exception {
    String host = TestCluster.host();
    int port = Integer.parseInt(given.get("port"));
    PodSettings usual = PodSettings.of(given.get("image"), host + ":" + port);
    PodSettings settings =
        new PodSettings(
            usual.image(),
            usual.connect(),
            usual.slots(),
            List.of("-Dgeneration=" + given.get("generation")),
            PATIENCE,
            usual.grace(),
            usual.kept());
    List<Path> code = new ArrayList<>(List.of(WorkerImage.location(PodTrials.class)));
    if (given.containsKey("code")) {
      code.add(Path.of(given.get("code")));
    }
    return KubernetesOptions.advertise(host, port, given.get("image")).toBuilder()
        .namespace(given.get("namespace"))
        .names(RunNames.of(given.get("name")))
        .mixedJava(true)
        .pods(settings)
        .mostPods(5)
        .idle(Duration.ofSeconds(3))
        .classPath(ClassPath.of(code))
        .news(pods -> tell(pods, start))
        .engine(LocalOptions.defaults().withGrace(Duration.ofSeconds(2)))
        .build();
  }

  private static void tell(List<PoolPods> pods, long start) {
    int serving = pods.stream().mapToInt(PoolPods::serving).sum();
    System.out.println(
        SERVING + (System.nanoTime() - start) / 1_000_000 + " ms: " + serving + " of " + pods);
  }
}
