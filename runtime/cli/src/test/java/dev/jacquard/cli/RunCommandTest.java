package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jacquard.cli.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunCommandTest {

  @TempDir Path folder;
  private Path shop;

  @BeforeEach
  void packShop() {
    shop = ShopCode.in(folder.resolve("shop with blanks"));
  }

  @Test
  void resultAloneGoesToStandardOutput() {
    Outcome outcome = runWith("--progress", "none", "detectAnomalies");
    assertThat(outcome.out()).isEqualTo("\"paged 5\"\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threshold 12                     | \"quiet\"",
        "--threshold=12                     | \"quiet\"",
        "--points 50,60,70,80               | \"paged 4\"",
        "--points=[50,60,70] --threshold 11 | \"quiet\"",
        "--points []                        | \"quiet\"",
      })
  void parametersAreTypedOptions(String words, String result) {
    Object[] all = ("detectAnomalies " + words).split(" ");
    assertThat(run(all).out()).isEqualTo(result + "\n");
  }

  @Test
  void listsComeFromFilesAndStandardInput() throws Exception {
    Path json = Files.writeString(folder.resolve("points.json"), "[50, 60,\n 70, 80]");
    Path lines = Files.writeString(folder.resolve("points.jsonl"), "50\n60\n70\n80\n90\n");
    assertThat(run("detectAnomalies", "--points", "@" + json).out()).isEqualTo("\"paged 4\"\n");
    assertThat(run("detectAnomalies", "--points", "@" + lines).out()).isEqualTo("\"paged 5\"\n");
    Command command = new Command().input("50\n60\n70\n80\n");
    assertThat(command.run("run", "--jar", shop, "detectAnomalies", "--points", "-").out())
        .isEqualTo("\"paged 4\"\n");
  }

  @Test
  void linesOfAFileAreAListOfText() throws Exception {
    String corpus =
        IntStream.range(0, 100_000).mapToObj(i -> "[line \"" + i).collect(Collectors.joining("\n"));
    Path text = Files.writeString(folder.resolve("corpus.txt"), corpus);
    Path bare = Files.writeString(folder.resolve("corpus"), "a\n\nb\n");
    Path json = Files.writeString(folder.resolve("corpus.json"), "[\"a\"]");
    assertThat(run("countLines", "--text-lines", "@" + text).out()).isEqualTo("100000\n");
    assertThat(run("countLines", "--textLines", "@" + bare).out()).isEqualTo("3\n");
    assertThat(run("countLines", "--text-lines=@" + json).out()).isEqualTo("1\n");
    assertThat(run("countLines", "--text-lines", "@@a,b").out()).isEqualTo("2\n");
  }

  @Test
  void whatCannotBeReadIsSaidPlainly() throws Exception {
    byte[] latin = {'"', (byte) 0xfc, '"'};
    Path text = Files.write(folder.resolve("latin.txt"), latin);
    Path json = Files.write(folder.resolve("latin.json"), latin);
    for (Path file : new Path[] {text, json}) {
      Outcome outcome = run("countLines", "--text-lines", "@" + file);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).contains("the file " + file + " must be UTF-8, and is not.");
    }
    assertThat(run("countLines", "--text-lines", "@" + folder).err())
        .contains(folder + " must be a file; it is a folder.");
    assertThat(run("detectAnomalies", "--points", "@" + folder).err())
        .contains("must be a file; it is a folder.");
    assertThat(run("describeOrder", "--order", "[{").err())
        .contains("(start marker at line 1, column 2)")
        .doesNotContain("Source");
    Command plain = new Command().input("hello\nworld\n");
    assertThat(plain.run("run", "--jar", shop, "countLines", "--text-lines", "-").err())
        .contains("standard input (-) is read as JSON; expected JSON")
        .contains("each of its lines is given by @/dev/stdin.");
    Command bytes = new Command().input(latin);
    assertThat(bytes.run("run", "--jar", shop, "countLines", "--text-lines", "-").err())
        .contains("standard input must be UTF-8, and is not.");
  }

  @Test
  void recordsEnumsAndFlagsAreRead() {
    Outcome outcome =
        run(
            "describeOrder",
            "--order",
            "{\"customer\": \"Ada\", \"amounts\": [1, 2]}",
            "--color",
            "GREEN",
            "--urgent");
    assertThat(outcome.out()).isEqualTo("\"Order[customer=Ada, amounts=[1, 2]] GREEN true\"\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Outcome outcome =
        run(
            "describeOrder",
            "--color",
            "GREY",
            "--ordr",
            "{}",
            "--urgent",
            "maybe",
            "stray",
            "--strict",
            "--name=x");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            """
            jacquard: shop.Shop.describeOrder cannot be run with these parameters:
              --ordr: the workflow has no such parameter. Did you mean --order?
              stray: expected an option; each parameter is given by its name, such as --order VALUE.
              --strict: no parameter of the workflow. As an option of jacquard run it must stand before the workflow's name.
              --name: the workflow has no such parameter.
              --order (Order) is missing.
              --color: Color has no constant "GREY"; did you mean "RED"? It takes Color.
              --urgent: expected boolean, found "maybe". It takes boolean.
            See jacquard run describeOrder --help
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threshold x                    | --threshold: expected int, found \"x\"",
        "--threshold 3000000000           | --threshold: expected int",
        "--points 1,2,x                   | (at points[2])",
        "--points @nowhere.json           | --points: there is no file nowhere.json",
        "--threshold                      | --threshold: expected a value after it, found nothing.",
        "--threshold --points 1           | --threshold: expected a value after it, found"
            + " --points.",
        "--threshold 1 --threshold 2      | --threshold: given twice.",
        "--points - --threshold -         | standard input (-) can be given to one parameter only.",
      })
  void mistypedParametersAreAnsweredWithWhatWasExpected(String words, String message) {
    Object[] all = ("detectAnomalies " + words).split(" ");
    Outcome outcome = run(all);
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.err().lines()).as("one mistake, one line").hasSizeBetween(3, 4);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void failureNamesWorkflowNodeElementAttemptAndTheUsersFrames() {
    Outcome outcome = run("detectAnomalies", "--points", "1,2,-3,4");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .containsSubsequence(
            "Workflow shop.Shop.detectAnomalies failed.",
            "  node:    flags/isAnomalous",
            "  element: 2",
            "  attempt: 1",
            "  cause:   java.lang.IllegalArgumentException: negative point: -3",
            "  caused by: java.lang.ArithmeticException: below zero");
    assertThat(
            outcome
                .err()
                .lines()
                .filter(line -> line.startsWith("    at "))
                .findFirst()
                .orElseThrow())
        .contains("shop.Shop.isAnomalous(Shop.java:");
    assertThat(outcome.err()).doesNotContain("dev.jacquard.engine", "ShopHandlers", "//");
    assertThat(runWith("--stacktrace", "detectAnomalies", "--points", "-1").err())
        .contains("ExecutionFailedException", "Caused by: java.lang.IllegalArgumentException");
  }

  @Test
  void resultGoesToAFileThatIsAskedFor() throws Exception {
    Path file = folder.resolve("result.json");
    Outcome outcome =
        runWith("--output", file, "--strict", "--parallelism", "3", "detectAnomalies");
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("\"paged 5\"\n");
  }

  @Test
  void fileThatCannotBeWrittenIsRefusedBeforeAnythingRuns() {
    Path nowhere = folder.resolve("nowhere").resolve("result.json");
    for (Path file : new Path[] {nowhere, folder}) {
      Outcome outcome = runWith("--output", file, "detectAnomalies", "--points", "-1");
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).startsWith("jacquard: --output must be a file that can be written");
    }
  }

  @Test
  void folderThatCannotBeWrittenIsRefusedBeforeAnythingRuns() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeThat(closed.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(closed)).as("root may write everywhere").isFalse();
    Outcome outcome =
        runWith("--output", closed.resolve("result.json"), "detectAnomalies", "--points", "-1");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("found a write-protected folder " + closed);
  }

  @Test
  void otherBackendsAndBadOptionsAreRefused() {
    assertThat(runWith("--backend", "moon", "detectAnomalies"))
        .isEqualTo(
            new Outcome(
                2, "", "jacquard: --backend must be local, workers or kubernetes; found moon.\n"));
    assertThat(runWith("--parallelism", "0", "detectAnomalies").code()).isEqualTo(2);
    assertThat(runWith("--timeout", "soon", "detectAnomalies").err())
        .contains("--timeout must be a duration");
    assertThat(runWith("--timeout", "0s", "detectAnomalies").err())
        .isEqualTo("jacquard: --timeout must be a duration such as 30s, 5m or 2h; found 0s.\n");
    assertThat(runWith("--paralelism", "2", "detectAnomalies").err()).contains("--parallelism");
  }

  @Test
  void timeoutFailsAndTellsWhatWasGoingOn() {
    Outcome outcome = runWith("--timeout", "2s", "hangOn", "--points", "8,0");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("Timed out after 2s while running shop.Shop.hangOn.")
        .containsPattern("waits: [01] of 2 done, [12] running");
  }

  @Test
  void unknownWorkflowBringsTheNearest() {
    Outcome outcome = run("detectAnomalis");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "jacquard: No workflow is named detectAnomalis. Did you mean shop.Shop.detectAnomalies?"
                + " These are here:");
    assertThat(run("shop.Shop.size").err())
        .startsWith(
            "jacquard: Class shop.Shop has no workflow named size; it has no method marked"
                + " @Workflow.");
  }

  @Test
  void codeThatIsNotWholeIsExplainedWithoutAStackTrace() throws Exception {
    Files.delete(shop.resolve("shop/ShopHandlers$OrderCodec.class"));
    Files.delete(shop.resolve("shop/ShopHandlers$count.class"));
    Outcome codec =
        run("describeOrder", "--order", "{\"customer\": \"Ada\"}", "--color", "RED", "--urgent");
    assertThat(codec.code()).isEqualTo(2);
    assertThat(codec.err())
        .contains("shop.ShopHandlers$OrderCodec", "jacquard-processor", "Gradle")
        .doesNotContain("    at ");
    Outcome handler = run("detectAnomalies");
    assertThat(handler.code()).isEqualTo(1);
    assertThat(handler.err())
        .contains("shop.ShopHandlers$count; there is none", "jacquard-processor", "Gradle")
        .doesNotContain("    at ");
  }

  private Outcome run(Object... words) {
    return runWith(words);
  }

  private Outcome runWith(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "run";
    all[1] = "--jar";
    all[2] = shop;
    System.arraycopy(words, 0, all, 3, words.length);
    return new Command().run(all);
  }
}
