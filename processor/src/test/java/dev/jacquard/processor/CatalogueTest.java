package dev.jacquard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.diagnostic.CommonProblem;
import dev.jacquard.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Catalogue, test folders and pages name the same problems. */
class CatalogueTest {

  private static final Path PAGES = Path.of("../docs/errors");

  /** They are tested by name, since no source provokes them. */
  private static final Set<Problem> WITHOUT_FOLDER =
      Set.of(CommonProblem.INTERNAL_ERROR, CommonProblem.NOT_JAVAC);

  private static final Set<String> IDS = ids(Problem.catalogue());

  @Test
  void idsAreUnique() {
    assertThat(IDS).hasSameSizeAs(Problem.catalogue());
  }

  @Test
  void everyProblemHasAFolderOfTests() throws IOException {
    Set<String> expected = new TreeSet<>(IDS);
    expected.removeAll(ids(List.copyOf(WITHOUT_FOLDER)));
    assertThat(new TreeSet<>(ProblemsTest.ids())).isEqualTo(expected);
  }

  @Test
  void everyFolderShowsItsProblem() throws IOException {
    for (String folder : ProblemsTest.ids()) {
      String sources =
          TestCompiler.contents(ProblemsTest.PROBLEMS.resolve(folder)).values().stream()
              .map(String::new)
              .collect(Collectors.joining());
      assertThat(sources).as(folder).containsPattern("// (ERROR|WARNING) " + folder + ":");
    }
  }

  @Test
  void everyProblemHasAPage() {
    Set<String> expected = new TreeSet<>();
    IDS.forEach(id -> expected.add(id + ".md"));
    Set<String> found = new TreeSet<>(TestCompiler.contents(PAGES).keySet());
    found.remove("README.md");
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void pagesSayTheMistakeTheReasonAndTheRepair() throws IOException {
    for (String id : IDS) {
      assertThat(Files.readString(PAGES.resolve(id + ".md")))
          .as(id)
          .startsWith("# [" + id + "]")
          .contains("**Why.**")
          .contains("**Repair.**");
    }
  }

  @Test
  void messagesAreWordedAlike() {
    for (Problem problem : Problem.catalogue()) {
      assertThat(problem.pattern())
          .as(problem.id())
          .containsPattern(
              switch (problem.severity()) {
                case ERROR -> " must (not |be |\\w|%s)";
                case WARNING -> " should ";
              })
          .contains("; found ");
    }
  }

  private static Set<String> ids(List<Problem> problems) {
    return problems.stream().map(Problem::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
