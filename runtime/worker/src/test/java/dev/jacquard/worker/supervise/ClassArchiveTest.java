package dev.jacquard.worker.supervise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.worker.ArchiveTrial;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs with real workers, on a class path of jars alone. */
@Timeout(600)
class ClassArchiveTest {

  private static final String WORKER_SHARED = "process.WorkerMain source: shared objects file";

  @TempDir static Path jars;
  private static String classPath = "";

  @TempDir Path caches;

  @BeforeAll
  static void packDirectories() throws IOException {
    List<String> entries = new ArrayList<>();
    String path = System.getProperty("java.class.path");
    String tests = System.getProperty("surefire.test.class.path", path);
    for (String entry : tests.split(File.pathSeparator, -1)) {
      Path packed = jars.resolve(entries.size() + ".jar");
      if (Files.isDirectory(Path.of(entry))) {
        pack(Path.of(entry), packed);
      }
      entries.add(Files.isDirectory(Path.of(entry)) ? packed.toString() : entry);
    }
    classPath = String.join(File.pathSeparator, entries);
  }

  private static void pack(Path directory, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> found = Files.walk(directory)) {
      for (Path content : found.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(directory.relativize(content).toString().replace('\\', '/')));
        Files.copy(content, out);
      }
    }
  }

  @Test
  void secondStartUsesWhatTheFirstLeftAndADamagedOneIsPassedOver() throws Exception {
    assertThat(output(trial())).isEqualToIgnoringWhitespace("42");
    Path archive = archive();
    assertThat(output(trial("-Xlog:class+load:stdout"))).contains(WORKER_SHARED).contains("42\n");

    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 1 << 16; i < bytes.length; i += 1 << 12) {
      bytes[i] ^= 0x55;
    }
    Files.delete(archive);
    Files.write(archive, bytes);
    assertThat(output(trial("-Xlog:class+load:stdout")))
        .doesNotContain(WORKER_SHARED)
        .contains("42\n");
    Files.write(archive, new byte[] {1, 2, 3});
    assertThat(output(trial())).isEqualToIgnoringWhitespace("42");
  }

  @Test
  void twoAtOnceLeaveOneArchive() throws Exception {
    Process one = trial();
    Process other = trial();
    assertThat(output(one)).isEqualToIgnoringWhitespace("42");
    assertThat(output(other)).isEqualToIgnoringWhitespace("42");
    archive();
    assertThat(output(trial("-Xlog:class+load:stdout"))).contains(WORKER_SHARED);
  }

  @Test
  void onlyJarsBeforeTheFirstDirectoryAreArchived() throws IOException {
    Path jar = Files.writeString(caches.resolve("a.jar"), "");
    String path = String.join(File.pathSeparator, jar.toString(), caches.toString(), "b.jar");
    assertThat(ClassArchive.archivedPart(path)).isEqualTo(jar.toString());
    assertThat(ClassArchive.archivedPart("")).isEmpty();
  }

  private Process trial(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(WorkerCommand.java()));
    command.add(ArchiveTrial.class.getName());
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", classPath);
    builder.environment().put("XDG_CACHE_HOME", caches.toString());
    return builder.start();
  }

  private static String output(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.replace("\r", "").replaceAll("(?m)^WARNING: .*\n", "");
  }

  /** Waits until the archive is there, and nothing else. */
  private Path archive() {
    Path folder = caches.resolve("jacquard/class-archives");
    List<Path> found = new ArrayList<>();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              found.clear();
              try (Stream<Path> files = Files.list(folder)) {
                files.forEach(found::add);
              }
              return found.size() == 1 && found.get(0).toString().endsWith(".jsa");
            });
    return found.get(0);
  }
}
