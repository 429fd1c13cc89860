package dev.jacquard.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.examples.TextPreprocessing.Summary;
import dev.jacquard.examples.TextPreprocessing.WordCount;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text program, on small text by hand and on large text that every Debian machine has. */
final class TextPreprocessingTest {

  @TempDir Path folder;

  @Test
  void keepsLettersAndSingleBlanksInLowerCase() {
    assertThat(
            TextPreprocessing.clean(
                List.of("  Don't  PANIC!!\t- said he, 42 ", "", "  7 ", "Ünï  cödé \uD835\uDCB3")))
        .containsExactly("dont panic said he", "", "", "ünï cödé \uD835\uDCB3");
  }

  @Test
  void lowerCaseIsTheSameEverywhere() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(TextPreprocessing.clean(List.of("TITLE"))).containsExactly("title");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsWordsTheMostFrequentFirst() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "b a\nA b, a!\n\nc\n");

    assertThat(TextPreprocessing.summarize(text.toString(), 2))
        .isEqualTo(new Summary(4, 6, List.of(new WordCount("a", 3), new WordCount("b", 2))));
  }

  @Test
  void hundredThousandLinesGiveTheSameAsAGraph() throws Exception {
    String corpus = folder.resolve("corpus.txt").toString();
    Process script =
        new ProcessBuilder("bash", "corpus", corpus)
            .redirectOutput(ProcessBuilder.Redirect.to(new File(folder.toFile(), "said")))
            .start();
    assertThat(script.waitFor()).isZero();

    Summary plain = TextPreprocessing.summarize(corpus, 10);
    assertThat(plain.lines()).isGreaterThanOrEqualTo(100_000);
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      assertThat(runtime.run(TextPreprocessingWorkflows.summarize(corpus, 10))).isEqualTo(plain);
    }
  }
}
