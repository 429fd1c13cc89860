package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.cli.progress.LiveLines;
import dev.jacquard.cli.progress.TerminalSize;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

  @TempDir Path folder;

  @Test
  void helpOfTheWholeCommand() {
    check("help.txt", "--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "register", "list", "graph", "image"})
  void helpOfEachCommand(String command) {
    check("help-" + command + ".txt", command, "--help");
  }

  @Test
  void helpOfAWorkflowComesFromItsSpec() {
    Path shop = ShopCode.in(folder);
    check("help-detectAnomalies.txt", "run", "--jar", shop, "detectAnomalies", "--help");
    check("help-describeOrder.txt", "run", "--jar", shop, "describeOrder", "-h");
    check("help-countLines.txt", "run", "--jar", shop, "countLines", "--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"countLines", "describeOrder", "hangOn"})
  void helpOfAWorkflowNamesNoOthersParameters(String workflow) {
    Object[] words = {"run", "--jar", ShopCode.in(folder), workflow, "--help"};
    Set<String> own =
        ShopSpecs.all().stream()
            .map(WorkflowSpec::getInterface)
            .filter(each -> each.getId().equals("shop.Shop." + workflow))
            .flatMap(each -> each.getParametersList().stream())
            .map(parameter -> "--" + parameter.getName().replace("textLines", "text-lines"))
            .collect(Collectors.toSet());
    own.add("--help");
    Matcher options = Pattern.compile("--[a-zA-Z-]+").matcher(new Command().run(words).out());
    assertThat(options.results().map(MatchResult::group)).isSubsetOf(own);
  }

  @Test
  void nothingToDoIsWrongUsage() {
    Outcome outcome = new Command().run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "jacquard: Say what to do: run, register, list, graph, worker, image, kubernetes or clean.");
    assertThat(new Command().run("rnu").err())
        .isEqualTo("jacquard: There is no command rnu. Did you mean run?\nSee jacquard --help\n");
  }

  @Test
  void helpFitsIntoTheTerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    LiveLines lines = new LiveLines(out, StandardCharsets.UTF_8, () -> new TerminalSize(24, 70));
    Console console = new Console(InputStream.nullInputStream(), out, out, Map.of(), true, lines);
    assertThat(new Jacquard(console).run("run", "--help")).isZero();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThan(30)
        .allMatch(line -> line.length() <= 70);
  }

  @Test
  void dumbTerminalGetsNoColors() {
    System.setProperty("picocli.ansi", "true"); // as on a terminal
    try {
      assertThat(new Command().run("--help").out()).contains("\u001b");
      assertThat(new Command().environment("TERM", "dumb").run("--help").out())
          .doesNotContain("\u001b");
    } finally {
      System.clearProperty("picocli.ansi");
    }
  }

  @Test
  void wordTooManyIsNamed() {
    assertThat(new Command().run("graph", "this", "that").err())
        .isEqualTo(
            "jacquard: jacquard graph takes nothing more; found that.\nSee jacquard graph --help\n");
  }

  private static void check(String golden, Object... words) {
    Outcome outcome = new Command().run(words);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    Golden.check(golden, outcome.out());
  }
}
