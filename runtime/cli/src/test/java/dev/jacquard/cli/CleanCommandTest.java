package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.spi.FolderBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleanCommandTest {

  @TempDir Path folder;
  private Command command;

  @BeforeEach
  void putABlob() throws IOException {
    new FolderBlobStore(folder).put(new ByteArrayInputStream(new byte[10]));
    command = new Command().environment("JACQUARD_BLOBS", folder);
  }

  @Test
  void whatIsInUseStays() {
    assertThat(command.run("clean").out()).startsWith("removed 0 blobs, 0 bytes");
  }

  @Test
  void whatIsOldGoesUnlessItIsADryRun() {
    assertThat(command.run("clean", "--unused-for", "0s", "--dry-run").out())
        .startsWith("would remove 1 blob, 10 bytes");
    assertThat(command.run("clean", "--unused-for", "0s").out())
        .startsWith("removed 1 blob, 10 bytes");
    assertThat(command.run("clean", "--unused-for", "0s").out())
        .startsWith("removed 0 blobs, 0 bytes");
  }

  @Test
  void offloadedValuesOfRunsThatWereKilledGo() throws IOException {
    Path left = Files.createDirectories(folder.resolve("offloaded/dead-1/values"));
    Files.createFile(folder.resolve("offloaded/dead-1.lock"));
    Files.write(left.resolve("value"), new byte[7]);
    assertThat(command.run("clean", "--dry-run").out())
        .contains("would remove 1 offloaded value, 7 bytes, of runs that were killed\n");
    assertThat(command.run("clean").out())
        .contains("removed 1 offloaded value, 7 bytes, of runs that were killed\n");
    assertThat(folder.resolve("offloaded")).isEmptyDirectory();
  }

  @Test
  void storeMustBeAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Outcome outcome = command.run("clean", "--blobs", file);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("jacquard: --blobs must be a folder; found a file: " + file + ".\n");
  }

  @Test
  void nonsenseIsAnsweredWithTheGrammar() {
    Outcome outcome = command.run("clean", "--unused-for", "soon");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("jacquard: --unused-for must be a duration such as 12h or 7d; found soon.\n");
  }
}
