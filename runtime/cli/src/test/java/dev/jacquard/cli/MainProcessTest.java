package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real main, in a process of its own: exit codes, streams and signals. */
final class MainProcessTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** More than the second that it takes, and less than a run on a cluster is given. */
  private static final Duration NOT_LONG = Duration.ofMillis(3_500);

  private static final long IGNORED_INT = 2;

  @TempDir Path folder;
  private Path shop;
  private Path out;
  private Path err;

  @BeforeEach
  void packShop() {
    shop = ShopCode.in(folder.resolve("shop"));
    out = folder.resolve("out");
    err = folder.resolve("err");
  }

  @Test
  void whatUserCodePrintsDoesNotMixWithTheResult() throws Exception {
    String[] words = {"run", "--progress", "none", "--jar", shop.toString(), "detectAnomalies"};
    assertThat(exitCode(start(words))).isZero();
    assertThat(out).hasContent("\"paged 5\"");
    assertThat(err).hasContent("paging about 5");
  }

  @Test
  void exitCodesSayWhatHappened() throws Exception {
    assertThat(
            exitCode(start("run", "--jar", shop.toString(), "detectAnomalies", "--points", "-1")))
        .isEqualTo(1);
    assertThat(exitCode(start("run", "--jar", shop.toString(), "detectAnomalies", "--no")))
        .isEqualTo(2);
    assertThat(exitCode(start("run", "--jar", "nowhere.jar", "detectAnomalies"))).isEqualTo(2);
    assertThat(exitCode(start("--version"))).isZero();
  }

  @Test
  void argumentsThatTheHeapDoesNotHoldAreNoFaultOfJacquards() throws Exception {
    Path points = folder.resolve("points.json");
    Files.writeString(points, "[1" + ",1".repeat(3_000_000) + "]");
    String[] words = {"run", "--jar", shop.toString(), "detectAnomalies", "--points", "@" + points};
    assertThat(exitCode(startWith(List.of("-Xmx24m"), words))).isEqualTo(1);
    assertThat(err)
        .content()
        .startsWith("jacquard: There must be room for what is read and written; found: Java heap")
        .contains("This process has a heap of 24 MiB", "by JDK_JAVA_OPTIONS=-Xmx4g")
        .doesNotContain("\tat ");
  }

  @Test
  void resultThatCannotBeWrittenIsNoSuccess() throws Exception {
    out = Path.of("/dev/full");
    assumeThat(out).exists();
    for (String command : List.of("run", "graph")) {
      assertThat(exitCode(start(command, "--jar", shop.toString(), "detectAnomalies")))
          .isEqualTo(1);
      assertThat(Files.readString(err)).contains("jacquard: Standard output cannot be written: ");
    }
  }

  @Test
  void threadsThatUserCodeLeavesBehindDoNotHoldTheProcess() throws Exception {
    Process process = start("run", "--jar", shop.toString(), "hangOn", "--points", "0,0");
    assertThat(exitCode(process)).isZero();
    assertThat(out).hasContent("[0,0]");
  }

  @Test
  void workerThatHasEndedIsNotWaitedFor() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "plain secret\n");
    Process process =
        start(
            "worker",
            "--connect",
            "127.0.0.1:1",
            "--token-file",
            token.toString(),
            "--cache",
            folder.resolve("cache").toString(),
            "--wait",
            "200ms");
    await().atMost(LONG).until(() -> Files.readString(err).contains("must be reachable"));
    assertThat(process.waitFor(9, TimeUnit.SECONDS)).as("ends before its grace period").isTrue();
    assertThat(err).content().contains("must be reachable within 200ms");
  }

  @Test
  void terminatedCommandLeavesWithinASecondAndTellsWhatWasGoingOn() throws Exception {
    leavesOn("TERM", "Terminated", 143);
  }

  @Test
  void interruptedCommandLeavesWithinASecondAndTellsWhatWasGoingOn() throws Exception {
    assumeThat(ignoredSignals() & IGNORED_INT)
        .as("a child inherits signals that are ignored")
        .isZero();
    leavesOn("INT", "Interrupted", 130);
  }

  @Test
  void terminatedCommandLeavesNoFileOfItsWorkers() throws Exception {
    Process process =
        start(
            "run",
            "--progress",
            "plain",
            "--backend",
            "workers",
            "--workers",
            "1",
            "--jar",
            shop.toString(),
            "hangOn",
            "--points",
            "50");
    await().atMost(LONG).until(() -> Files.readString(err).contains("waits: 0 of 1 done"));
    assertThat(filesOfWorkers()).isNotEmpty();
    process.destroy();
    assertThat(exitCode(process)).isEqualTo(143);
    await().atMost(LONG).until(() -> filesOfWorkers().isEmpty());
  }

  private List<Path> filesOfWorkers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains("workers")).toList();
    }
  }

  private void leavesOn(String signal, String word, int code) throws Exception {
    Process process =
        start(
            "run",
            "--progress",
            "plain",
            "--jar",
            shop.toString(),
            "hangOn",
            "--points",
            "0,50,50");
    await().atMost(LONG).until(() -> Files.readString(err).contains("waits: 1 of 3 done"));
    long asked = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(exitCode(process)).isEqualTo(code);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(NOT_LONG);
    assertThat(out).isEmptyFile();
    assertThat(Files.readString(err))
        .contains(word + " while running shop.Shop.hangOn.\n  waits: 1 of 3 done, 2 running")
        .doesNotContain("was cancelled");
  }

  private static long ignoredSignals() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeThat(status).exists();
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).trim(), 16))
        .findFirst()
        .orElse(0);
  }

  private Process start(String... words) throws IOException {
    return startWith(List.of(), words);
  }

  private Process startWith(List<String> options, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path")));
    command.add("dev.jacquard.cli.Main");
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
