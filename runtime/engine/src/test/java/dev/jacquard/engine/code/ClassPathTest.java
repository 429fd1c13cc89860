package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {

  @TempDir Path folder;

  @Test
  void manifestOfThinJarBringsItsLibrariesInOrderAndOnce() throws Exception {
    Path directory = Files.createDirectories(folder.resolve("with blank"));
    Path second = jar(directory.resolve("second.jar"), "");
    Path first = jar(directory.resolve("first.jar"), "second.jar not-there.jar");
    Path app = jar(directory.resolve("app.jar"), "first.jar second.jar");

    assertThat(ClassPath.of(List.of(app, second)).entries()).containsExactly(app, first, second);
  }

  @Test
  void mavenProjectStandsForItsClasses() throws Exception {
    Files.createFile(folder.resolve("pom.xml"));
    assertThatThrownBy(() -> ClassPath.of(List.of(folder)))
        .isInstanceOf(CodeException.class)
        .hasMessageContaining("has not been compiled: run mvn package");

    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    assertThat(ClassPath.of(List.of(folder)).entries()).containsExactly(classes);
  }

  @Test
  void starStandsForTheJarsOfADirectoryByName() {
    Path b = jar(folder.resolve("b.jar"), "");
    Path a = jar(folder.resolve("a.jar"), "");
    Path classes = new SampleApplication().compile(folder.resolve("classes"));

    ClassPath parsed =
        ClassPath.parse(classes + File.pathSeparator + folder + "/*" + File.pathSeparator);

    assertThat(parsed.entries()).containsExactly(classes, a, b);
    assertThat(parsed)
        .hasToString(
            String.join(File.pathSeparator, classes.toString(), a.toString(), b.toString()));
  }

  @Test
  void whatDoesNotExistOrIsNoJarIsNamed() throws Exception {
    assertThatThrownBy(() -> ClassPath.of(List.of(folder.resolve("target/app.jar"))))
        .hasMessageContaining("target/app.jar, which does not exist. Build it first");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");
    assertThatThrownBy(() -> ClassPath.of(List.of(text)))
        .hasMessageContaining("notes.txt must be a jar");
  }

  private static Path jar(Path path, String classPath) {
    return new SampleApplication()
        .jar(path, classPath.isEmpty() ? Map.of() : Map.of("Class-Path", classPath));
  }
}
