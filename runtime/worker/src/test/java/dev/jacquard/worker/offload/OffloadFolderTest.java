package dev.jacquard.worker.offload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffloadFolderTest {

  @TempDir Path store;

  /** Holds the folder of a runtime in a process of its own, until it is killed. */
  static final class Holder {
    public static void main(String[] words) throws Exception {
      try (OffloadFolder folder = OffloadFolder.in(Path.of(words[0]))) {
        Files.writeString(folder.path().resolve("value"), "12345");
        System.out.println("ready");
        System.in.read();
      }
    }
  }

  private Process hold() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            Holder.class.getName(),
            store.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    return process;
  }

  @Test
  void folderOfARuntimeThatLivesStaysAndThatOfOneThatWasKilledGoes() throws Exception {
    Process other = hold();
    try {
      assertThat(OffloadFolder.sweep(store, false)).isEqualTo(new OffloadFolder.Swept(0, 0));
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      assertThat(OffloadFolder.sweep(store, true)).isEqualTo(new OffloadFolder.Swept(1, 5));
      assertThat(OffloadFolder.sweep(store, false)).isEqualTo(new OffloadFolder.Swept(1, 5));
      assertThat(store.resolve("offloaded")).isEmptyDirectory();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void nextRuntimeRemovesWhatWasLeftBehind() throws Exception {
    Process other = hold();
    other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    try (OffloadFolder mine = OffloadFolder.in(store);
        var all = Files.list(store.resolve("offloaded"))) {
      assertThat(all).allMatch(file -> file.toString().startsWith(mine.path().toString()));
    }
    assertThat(store.resolve("offloaded")).isEmptyDirectory();
  }

  @Test
  void sweepingDoesNotLetGoOfTheLocksOfItsOwnProcess() throws Exception {
    try (OffloadFolder mine = OffloadFolder.in(store);
        OffloadFolder another = OffloadFolder.in(store)) {
      OffloadFolder.sweep(store, false);
      assertThat(mine.path()).isDirectory();
      assertThat(another.path()).isDirectory();
      Process other = hold(); // sweeps first
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      assertThat(mine.path()).isDirectory();
    }
  }

  @Test
  void folderThatCannotBeMadeMeansThatNothingIsOffloaded() throws IOException {
    Path file = Files.createFile(store.resolve("offloaded"));
    try (EngineOffloads none = EngineOffloads.in(store, 1)) {
      assertThat(none.folder()).isNull();
      assertThat(none.holdings()).isNull();
    }
    try (FileChannel untouched = FileChannel.open(file, StandardOpenOption.READ)) {
      assertThat(untouched.size()).isZero();
    }
  }
}
