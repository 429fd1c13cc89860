package dev.jacquard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.TestCompiler.Compiled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated for the sources in a folder of {@code generated} is in its {@code .txt} files,
 * word for word; {@code -Dgolden.update} writes them anew. All of it is quiet under {@code
 * -Xlint:all -Werror}.
 */
class GeneratedSourcesTest {

  private static final Path FOLDERS = Path.of("src/test/resources/generated");

  @TempDir Path home;

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void sourcesAreThoseOfTheGoldens(Path folder) throws IOException {
    Compiled compiled =
        TestCompiler.into(home)
            .options("-Xlint:all,-path", "-Werror")
            .compile(TestCompiler.sourcesIn(folder));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.successful()).isTrue();
    Map<String, String> generated = new TreeMap<>();
    compiled
        .sources()
        .forEach(
            (path, bytes) ->
                generated.put(
                    path.replace(".java", ".txt"), new String(bytes, StandardCharsets.UTF_8)));
    if (System.getProperty("golden.update") != null) {
      for (var file : generated.entrySet()) {
        Path golden = folder.resolve(file.getKey());
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, file.getValue());
      }
    }
    Map<String, String> goldens = new TreeMap<>();
    TestCompiler.contents(folder)
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".txt")) {
                goldens.put(path, new String(bytes, StandardCharsets.UTF_8));
              }
            });
    assertThat(generated).isNotEmpty().isEqualTo(goldens);
  }
}
