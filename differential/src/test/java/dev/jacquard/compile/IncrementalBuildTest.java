package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.LinkCheck;
import dev.jacquard.engine.code.LoaderCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One file is edited, and Gradle's subset of the files compiled: all outputs are then those of a
 * clean build, but for what Gradle cannot see. Emulated, as {@link IncrementalBuild} says.
 */
class IncrementalBuildTest {

  @TempDir Path folder;
  private Project project;
  private IncrementalBuild build;

  @BeforeEach
  void buildAll() {
    project = Project.shop(folder.resolve("edited"));
    build = new IncrementalBuild(project);
    build.compileAll().mustSucceed();
  }

  @Test
  void everyGeneratedFileHasOneOriginatingClass() {
    assertThat(build.origins()).isNotEmpty();
    assertThat(build.origins())
        .allSatisfy((file, classes) -> assertThat(classes).as(file).hasSize(1));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(resources = "/shop/edits.txt", delimiter = '|', quoteCharacter = '`')
  void outputsAreThoseOfCleanBuild(String file, String from, String to) {
    Project clean = edit(file, from, to == null ? "" : to);
    assertThat(project.outputs().contents()).isEqualTo(clean.outputs().contents());
  }

  /**
   * Gradle takes the permits clause of a sealed interface for private: whoever uses the interface
   * is not compiled again when the components of its records change. The runtime says so.
   */
  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource({
    "Fixed, long cents, 'long cents, boolean net'",
    "Free, String reason, String why",
    "Free, String reason, 'String reason, Status status'"
  })
  void specThatGradleLeavesBehindIsToldByTheRuntime(String file, String from, String to)
      throws IOException {
    edit(file, from, to);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {project.classes().toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(LinkCheck.of(LoaderCode.of(loader), List.of("shop.Orders.total")))
          .anySatisfy(problem -> assertThat(problem.text()).contains("shop." + file));
    }
  }

  @Test
  void removedWorkflowLeavesNothingBehind() {
    edit("Greetings", "@Workflow", "");
    assertThat(project.outputs().contents().keySet()).noneMatch(name -> name.contains("greet.pb"));
  }

  /** Edits a file, compiles what Gradle would, and returns a clean build of the same sources. */
  private Project edit(String file, String from, String to) {
    String name = "shop/" + file + ".java";
    String text = project.read(name);
    assertThat(text).contains(from);
    project.write(name, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    build.compileAfter(Set.of(name));
    Project clean = Project.copyOf(project.sources(), folder.resolve("clean"));
    new IncrementalBuild(clean).compileAll().mustSucceed();
    return clean;
  }
}
