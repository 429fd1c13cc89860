package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.OffloadTrials.Nest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long values on their way to worker processes and back. */
@Timeout(120)
class OffloadTest {

  private static final int ABOVE = 1000;
  private static final String LONG = "0123456789".repeat(200);

  @TempDir Path store;

  private WorkflowRuntime runtime;

  @BeforeEach
  void start() {
    runtime =
        WorkerRuntime.workers(
            WorkersOptions.of(2)
                .withOffloadAbove(ABOVE)
                .withEngine(LocalOptions.defaults().withBlobs(new FolderBlobStore(store))));
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    runtime.close();
    try (Stream<Path> left = Files.walk(store)) {
      assertThat(left).allMatch(Files::isDirectory);
    }
  }

  /** The engine's values that are in files. */
  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(store.resolve("offloaded"))) {
      return new TreeSet<>(
          all.filter(file -> file.toString().contains("/values/"))
              .map(file -> file.getFileName().toString())
              .toList());
    }
  }

  /** What workers have sent and the engine has not read. */
  private List<Path> unread() throws IOException {
    try (Stream<Path> all = Files.walk(store.resolve("offloaded"))) {
      return all.filter(file -> file.toString().matches(".*/worker-\\d+/.*")).toList();
    }
  }

  @Test
  void whatElementsShareAndWhatStagesMakeAndResultsAnswerAsInPlainJava() throws IOException {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    List<String> expected = numbers.stream().map(n -> n + LONG + "!").toList();
    assertThat(runtime.run(OffloadTrialsWorkflows.retried(numbers, LONG))).isEqualTo(expected);
    assertThat(files()).hasSizeGreaterThan(50); // the shared one, and one for each second attempt
    assertThat(unread()).isEmpty();
  }

  @Test
  void equalValuesAreOneFileWhateverUsesThem() throws IOException {
    byte[] bytes = new byte[5000];
    List<byte[]> equal = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> equal.add(bytes.clone()));
    assertThat(runtime.run(OffloadTrialsWorkflows.sizes(equal))).hasSize(40).containsOnly(5000);
    runtime.run(OffloadTrialsWorkflows.sizes(List.of(bytes)));
    assertThat(files()).hasSize(1);
  }

  @Test
  void shortValuesStayBesideLongOnes() throws IOException {
    List<byte[]> mixed = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> mixed.add(i % 3 == 0 ? null : new byte[i * 100]));
    mixed.removeIf(bytes -> bytes == null);
    assertThat(runtime.run(OffloadTrialsWorkflows.sizes(mixed)))
        .isEqualTo(mixed.stream().map(bytes -> bytes.length).toList());
    assertThat(files()).isNotEmpty().hasSizeLessThan(mixed.size());
  }

  @Test
  void valuesThatNestDeeplyAreOffloadedWhole() throws IOException {
    List<Nest> nests = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Nest nest = new Nest("bottom " + i, List.of());
      for (int depth = 0; depth < 200 * i; depth++) {
        nest = new Nest("level " + depth, List.of(nest));
      }
      nests.add(nest);
    }
    assertThat(runtime.run(OffloadTrialsWorkflows.wraps(nests)))
        .isEqualTo(nests.stream().map(OffloadTrials::wrapped).toList());
    assertThat(files()).hasSize(3);
  }

  @Test
  void actorsAreMadeOfLongArguments() throws IOException {
    List<String> words = IntStream.range(0, 30).mapToObj(i -> "9012345").toList();
    assertThat(runtime.run(OffloadTrialsWorkflows.found(words, LONG))).hasSize(30).containsOnly(9);
    assertThat(files()).hasSize(1);
  }

  @Test
  void manyLongElementsGoInSeveralAssignments() {
    byte[] bytes = new byte[9 << 20];
    List<byte[]> all = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> all.add(bytes));
    assertThat(runtime.run(OffloadTrialsWorkflows.sizes(all))).hasSize(20).containsOnly(9 << 20);
  }
}
