package dev.jacquard.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.SampleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers at once, in processes and threads, and writers that are killed. */
final class SeveralRegistrationsTest {

  private static final int BIG = 30_000_000;

  @TempDir Path folder;

  @Test
  void twoProcessesAtOnceLoseNothing() throws Exception {
    Path jar = SampleApplication.sound().jar(folder.resolve("app.jar"), Map.of());
    Path other =
        SampleApplication.sound().resource("x", new byte[1]).jar(folder.resolve("b.jar"), Map.of());
    Path root = folder.resolve("registry");

    Process one = RegisteringProcess.start(root, jar, "shop", 0, 20);
    Process same = RegisteringProcess.start(root, jar, "shop", 0, 20);
    Process two = RegisteringProcess.start(root, other, "other", 0, 20);

    for (Process process : List.of(one, same, two)) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    FolderRegistry registry = FolderRegistry.at(root);
    assertThat(registry.entries()).hasSize(40);
    registry.entries().forEach(entry -> registry.open(entry).close());
    assertThat(files(root.resolve("blobs"))).hasSize(2);
    assertThat(files(root.resolve("tmp"))).isEmpty();
  }

  @Test
  void threadsOfOneProcessTakeTurnsToo() {
    Path jar = SampleApplication.sound().jar(folder.resolve("app.jar"), Map.of());
    Path root = folder.resolve("registry");
    long added =
        IntStream.range(0, 32)
            .parallel()
            .filter(
                i ->
                    FolderRegistry.at(root)
                        .register(application(jar, String.valueOf(i % 4)))
                        .isNew())
            .count();
    assertThat(added).isEqualTo(4);
    assertThat(FolderRegistry.at(root).entries()).hasSize(4);
  }

  @Test
  void killedWriterLeavesARegistryThatWorks() throws Exception {
    byte[] ballast = new byte[BIG];
    new Random(1).nextBytes(ballast);
    Path jar =
        SampleApplication.sound()
            .resource("ballast", ballast)
            .jar(folder.resolve("app.jar"), Map.of());
    Path root = rootOfKilled(jar);
    FolderRegistry registry = FolderRegistry.at(root);
    assertThat(registry.entries()).isEmpty();
    assertThat(registry.register(application(jar, "1")).isNew()).isTrue();
    assertThat(files(root.resolve("tmp"))).isEmpty();
    registry.open(registry.find("shop", Optional.of("1")).orElseThrow()).close();
  }

  /** A writer may have written all before it is killed; another is then tried. */
  private Path rootOfKilled(Path jar) throws Exception {
    for (int attempt = 0; attempt < 5; attempt++) {
      Path root = folder.resolve("registry" + attempt);
      Process process = RegisteringProcess.start(root, jar, "shop", 1, 2);
      while (process.isAlive() && files(root.resolve("tmp")).stream().allMatch(this::isEmpty)) {
        Thread.sleep(1);
      }
      process.destroyForcibly().waitFor();
      if (!files(root.resolve("tmp")).isEmpty()) {
        return root;
      }
    }
    throw new AssertionError("No writer was killed while it wrote.");
  }

  private boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      return true; // it went away
    }
  }

  @Test
  void killedAtAnyMomentWhatIsListedIsWhole() throws Exception {
    Path jar = SampleApplication.sound().jar(folder.resolve("app.jar"), Map.of());
    Path root = folder.resolve("registry");
    FolderRegistry registry = FolderRegistry.at(root);
    Random random = new Random(7);

    for (int round = 0; round < 3; round++) {
      int first = registry.entries().size();
      Process process =
          RegisteringProcess.start(root, jar, "shop", round * 100_000, round * 100_000 + 99_999);
      await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> registry.entries().size() > first + random.nextInt(20));
      process.destroyForcibly().waitFor();
      registry.entries().forEach(entry -> registry.open(entry).close());
    }
    assertThat(registry.register(application(jar, "last")).isNew()).isTrue();
    assertThat(files(root.resolve("blobs"))).hasSize(1);
  }

  private static Application application(Path jar, String version) {
    return new Application(ClassPath.of(List.of(jar)), Optional.of("shop"), Optional.of(version));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (java.io.UncheckedIOException e) {
      return List.of(); // a file went away under the walk
    }
  }
}
