package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {

  @TempDir Path folder;

  private Path token(String text) throws IOException {
    return Files.writeString(folder.resolve("token"), text);
  }

  @Test
  void engineThatIsNotThereIsToldOf() throws IOException {
    Outcome outcome =
        new Command()
            .run(
                "worker",
                "--connect",
                "127.0.0.1:1",
                "--token-file",
                token("secret"),
                "--cache",
                folder.resolve("cache"),
                "--wait",
                "200ms");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("the engine at 127.0.0.1:1 must be reachable within 200ms; found:");
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnythingIsOpened() throws IOException {
    Path token = token("a b c");
    assertThat(refusal("worker", "--connect", "here", "--token-file", token))
        .contains("--connect must be HOST:PORT, as in 10.0.0.5:7400; found here.");
    assertThat(refusal("worker", "--connect", "127.0.0.1:99999", "--token-file", token))
        .contains("--connect must be HOST:PORT");
    assertThat(refusal("worker", "--connect", "127.0.0.1:7400", "--token-file", token))
        .contains("--token-file must hold lines of TOKEN, or POOL TOKEN; found one of 3 words");
    assertThat(
            refusal(
                "worker",
                "--connect",
                "127.0.0.1:7400",
                "--token-file",
                token("gold abc"),
                "--pool",
                "plain"))
        .contains("must hold the token of pool plain; found [gold]");
    assertThat(refusal("worker", "--connect", "192.0.2.1:7400", "--token-file", token("abc")))
        .contains("--tls must name a folder of certificates");
    assertThat(
            refusal(
                "worker",
                "--connect",
                "127.0.0.1:7400",
                "--token-file",
                token("abc"),
                "--tls",
                folder))
        .contains("Certificates must be in " + folder, "it has no ca.pem that can be read");
  }

  @Test
  void listeningIsRefusedWhereItCannotBe() throws IOException {
    Path token = folder.resolve("made");
    Object[] run = {"run", "--jar", ShopCode.in(folder.resolve("shop"))};
    assertThat(refusal(with(run, "--listen", "127.0.0.1:7400", "detectAnomalies")))
        .contains("must be given with --backend workers alone");
    assertThat(refusal(with(run, "--backend", "workers", "--listen-slots", 3, "detectAnomalies")))
        .contains("--listen-slots must be given with --listen alone");
    assertThat(
            refusal(
                with(run, "--backend", "workers", "--listen", "127.0.0.1:7400", "detectAnomalies")))
        .contains("--listen must be given with --token-file");
    assertThat(
            refusal(
                with(
                    run,
                    "--backend",
                    "workers",
                    "--listen",
                    "0.0.0.0:7400",
                    "--token-file",
                    token,
                    "detectAnomalies")))
        .contains("Workers on other machines must show certificates");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
  }

  private static Object[] with(Object[] first, Object... more) {
    Object[] all = new Object[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private static String refusal(Object... words) {
    Outcome outcome = new Command().run(words);
    assertThat(outcome.code()).isEqualTo(2);
    return outcome.err();
  }
}
