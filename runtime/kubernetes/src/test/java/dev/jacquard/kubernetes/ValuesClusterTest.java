package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.BlobRef;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.spi.FolderBlobStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that go beside the messages between the engine and pods of a real cluster. */
@Tag("cluster")
@Timeout(300)
final class ValuesClusterTest {

  /** More than 1 MiB when encoded, whatever its numbers are. */
  private static final int LENGTH = 1 << 21;

  @TempDir private Path folder;
  private FolderBlobStore store;
  private Bench bench;

  @BeforeEach
  void begin() {
    bench = Bench.required();
    store = new FolderBlobStore(folder);
  }

  @AfterEach
  void end() {
    if (bench != null) {
      bench.close();
    }
  }

  private WorkflowRuntime open() throws Exception {
    return bench.open(
        bench
            .options()
            .classPath(ClassPath.of(List.of(WorkerImage.location(ValueTrials.class))))
            .engine(LocalOptions.defaults().withBlobs(store)));
  }

  @Test
  void longValuesGoToPodsBesideTheirMessages() throws Exception {
    int[] shared = IntStream.range(0, LENGTH).toArray();
    long sum = IntStream.of(shared).asLongStream().sum();
    bench.tally().hold(0, 1, 2, 3);
    try (WorkflowRuntime runtime = open()) {
      Execution<List<Long>> execution =
          runtime.start(
              ValueTrialsWorkflows.sums(shared, Bench.numbers(4), LENGTH, bench.tally().address()));
      bench.untilBegun(Bench.PODS);
      try (Stream<Path> offloaded = Files.walk(folder.resolve("offloaded"))) {
        assertThat(offloaded.filter(Files::isRegularFile)).isNotEmpty();
      }
      bench.tally().release();
      assertThat(execution.await())
          .containsExactlyElementsOf(
              Bench.numbers(4).stream()
                  .map(
                      seed ->
                          sum + IntStream.of(ValueTrials.drawn(seed, LENGTH)).asLongStream().sum())
                  .toList());
    }
  }

  @Test
  void longResultsComeFromPods() throws Exception {
    try (WorkflowRuntime runtime = open()) {
      List<int[]> found = runtime.run(ValueTrialsWorkflows.longResults(Bench.numbers(4), LENGTH));
      assertThat(found).hasSize(4);
      assertThat(Bench.numbers(4))
          .allMatch(seed -> Arrays.equals(found.get(seed), ValueTrials.drawn(seed, LENGTH)));
    }
  }

  @Test
  void blobsGoFromTheEngineToPodsAndBetweenThemAndBack() throws Exception {
    byte[] bytes = new byte[3 << 20];
    new Random(1).nextBytes(bytes);
    BlobRef blob = store.put(new ByteArrayInputStream(bytes));
    try (WorkflowRuntime runtime = open()) {
      BlobRef back = runtime.run(ValueTrialsWorkflows.backwards(blob));
      try (InputStream in = store.open(back)) {
        byte[] found = in.readAllBytes();
        assertThat(found).hasSize(bytes.length);
        assertThat(IntStream.range(0, found.length))
            .allMatch(i -> found[i] == bytes[bytes.length - 1 - i]);
      }
      assertThat(runtime.run(ValueTrialsWorkflows.bytesOf(blob, Bench.numbers(9))))
          .containsExactlyElementsOf(
              Bench.numbers(9).stream().map(i -> (int) bytes[bytes.length - 1 - i]).toList());
    }
  }
}
