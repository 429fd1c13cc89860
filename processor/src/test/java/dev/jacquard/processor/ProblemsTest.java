package dev.jacquard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.TestCompiler.Compiled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code problems} is compiled whole, and what the compiler says is compared both
 * ways with the comments in the sources: {@code // ERROR Id: fragment} or {@code // WARNING Id:
 * fragment} at the end of the offending line, several on a line one after another.
 */
class ProblemsTest {

  static final Path PROBLEMS = Path.of("src/test/resources/problems");

  private static final Pattern MARKER =
      Pattern.compile("// (ERROR|WARNING) ([A-Za-z]+): (.*?)\\s*(?=// (?:ERROR|WARNING) |$)");

  /** Something that the compiler is to say, or says. */
  private record Told(String file, long line, String kind, String text) {

    boolean isAnsweredBy(Told other) {
      return file.equals(other.file)
          && line == other.line
          && kind.equals(other.kind)
          && text.startsWith("[" + other.text.substring(0, other.text.indexOf(':')) + "]")
          && text.contains(other.text.substring(other.text.indexOf(':') + 2));
    }
  }

  @TempDir Path home;

  /** The folders, each a compilation; what needs several has a folder for each {@code case-}. */
  static List<String> folders() throws IOException {
    List<String> folders = new ArrayList<>();
    for (String id : ids()) {
      List<String> cases =
          names(PROBLEMS.resolve(id)).stream().filter(name -> name.startsWith("case-")).toList();
      cases.forEach(name -> folders.add(id + "/" + name));
      if (cases.isEmpty()) {
        folders.add(id);
      }
    }
    return folders;
  }

  /** The ids of problems that have a folder. */
  static List<String> ids() throws IOException {
    return names(PROBLEMS);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void compilerSaysWhatTheCommentsSay(String folder) throws IOException {
    check(folder, TestCompiler.into(home));
  }

  /** As Error Prone has it: bodies are attributed although declarations are wrong. */
  @ParameterizedTest
  @MethodSource("folders")
  void oneMistakeStaysOneErrorWhenJavacGoesOn(String folder) throws IOException {
    check(
        folder,
        TestCompiler.into(home).options("--should-stop=ifError=FLOW", "-XDcompilePolicy=simple"));
  }

  private void check(String folder, TestCompiler compiler) throws IOException {
    Path sources = PROBLEMS.resolve(folder);
    List<Told> expected = new ArrayList<>();
    TestCompiler.contents(sources)
        .forEach(
            (file, bytes) -> addMarkers(file, new String(bytes, StandardCharsets.UTF_8), expected));
    assertThat(expected).as("markers in " + folder).isNotEmpty();
    if (Files.exists(sources.resolve("module-info.java"))) {
      compiler.options("--module-path", annotations(home).toString());
    }
    List<Told> unexpected =
        new ArrayList<>(told(compiler.compile(TestCompiler.sourcesIn(sources))));
    List<Told> missing = new ArrayList<>();
    for (Told marker : expected) {
      unexpected.stream()
          .filter(told -> told.isAnsweredBy(marker))
          .findFirst()
          .ifPresentOrElse(unexpected::remove, () -> missing.add(marker));
    }
    assertThat(unexpected)
        .as("said, but not expected; expected and not said: " + missing)
        .isEmpty();
    assertThat(missing).as("expected, but not said").isEmpty();
  }

  private static void addMarkers(String file, String text, List<Told> markers) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (Matcher matcher = MARKER.matcher(lines[i]); matcher.find(); ) {
        markers.add(
            new Told(file, i + 1, matcher.group(1), matcher.group(2) + ": " + matcher.group(3)));
      }
    }
  }

  private static List<Told> told(Compiled compiled) {
    return compiled.diagnostics().stream()
        .filter(
            told ->
                told.getKind() == Kind.ERROR
                    || (told.getKind() == Kind.WARNING && told.getMessage(null).startsWith("[")))
        .map(
            told ->
                new Told(
                    told.getSource() == null ? "" : told.getSource().getName().substring(1),
                    told.getLineNumber(),
                    told.getKind().name(),
                    told.getMessage(null)))
        .toList();
  }

  /** The annotations as a jar, which a module may require by the jar's name. */
  static Path annotations(Path home) throws IOException {
    Path folder = Path.of("../annotations/target/classes");
    Path jar = home.resolve("jacquard-annotations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : TestCompiler.contents(folder).entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }
}
