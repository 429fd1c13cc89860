package dev.jacquard.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.examples.Page.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show compiles, and what they say is refused is refused. A block of Java says which
 * it is behind its fence: {@code complete} (a file), {@code workflow} (methods that call the page's
 * complete class), or {@code refused} and the id of the one error that it has.
 */
final class DocSnippetsTest {

  @TempDir Path output;

  static Stream<Page> pages() {
    return Stream.of("docs/guide.md", "docs/language.md", "docs/registry.md").map(Page::of);
  }

  static Stream<Block> refused() {
    return Page.of("docs/language.md").blocks("java").stream()
        .filter(block -> block.words().startsWith("refused"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shownCodeCompiles(Page page) {
    List<String> sources = new ArrayList<>();
    for (Block block : page.blocks("java")) {
      if (block.words().equals("complete")) {
        sources.add(block.code());
      } else if (block.words().equals("workflow")) {
        sources.add(inClass(block));
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(new SnippetCompiler(output).compile(sources)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedCodeHasOneError(Block block) {
    Block tasks =
        Page.of("docs/language.md").blocks("java").stream()
            .filter(other -> other.words().equals("complete"))
            .findFirst()
            .orElseThrow();
    String id = block.words().substring("refused ".length());
    List<String> complaints =
        new SnippetCompiler(output).compile(List.of(tasks.code(), inClass(block)));
    assertThat(complaints).hasSize(1).allMatch(complaint -> complaint.contains("[" + id + "]"));
  }

  @Test
  void includedFilesAreAsTheyAre() throws IOException {
    for (Page page : Page.all()) {
      Page refreshed = page.refreshed();
      if (Boolean.getBoolean("golden.update") && !refreshed.equals(page)) {
        refreshed.write();
      } else {
        assertThat(page.text())
            .as("%s; rewrite it by -Dgolden.update=true", page)
            .isEqualTo(refreshed.text());
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    for (Page page : Page.all()) {
      assertThat(page.links()).as(page.toString()).allMatch(page::resolves);
    }
  }

  @Test
  void indexHasEveryErrorWithItsTitle() throws IOException {
    String rows =
        Page.all().stream()
            .filter(page -> page.isIn("docs/errors"))
            .map(page -> "| [%1$s](%1$s.md) | %2$s |\n".formatted(page.name(), page.title()))
            .sorted()
            .collect(Collectors.joining());
    assertThat(Page.of("docs/errors/README.md").text()).endsWith("|---|---|\n" + rows);
  }

  private static String inClass(Block block) {
    return """
        package shop;
        import static dev.jacquard.Workflows.*;
        import static shop.Shop.*;
        import dev.jacquard.*;
        import java.util.*;
        public final class Line%d {
        %s
        }
        """
        .formatted(block.line(), block.code());
  }
}
