package dev.jacquard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged processor works alone on the processor path of a javac of its own. */
class SelfContainedJarIT {

  private static final String PROCESSOR = System.getProperty("processor.jar");

  @TempDir Path home;

  @Test
  void jarAloneOnTheProcessorPathCompilesWorkflows() throws Exception {
    compile(PROCESSOR);
  }

  /** Build tools that resolve the processor for themselves may add them. */
  @Test
  void annotationsBesideItDoNoHarm() throws Exception {
    compile(PROCESSOR + File.pathSeparator + annotations());
    compile(annotations() + File.pathSeparator + PROCESSOR);
  }

  @Test
  void everyLibraryInItIsRelocated() throws IOException {
    try (JarFile jar = new JarFile(PROCESSOR)) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
          .allMatch(name -> name.startsWith("dev/jacquard/") || name.startsWith("META-INF/"));
    }
  }

  private void compile(String processorPath) throws IOException, InterruptedException {
    Path source = home.resolve("Shop.java");
    Files.writeString(
        source,
        """
        import dev.jacquard.*;
        import java.util.List;

        class Shop {
          record Line(int count) {}

          @Task(timeout = "1s")
          static int price(Line line) {
            return line.count() * 3;
          }

          @Workflow
          static List<Integer> prices(@Default("[1, 2]") List<Integer> counts) {
            return Workflows.map(counts, count -> price(new Line(count)));
          }
        }
        """);
    Path classes = Files.createTempDirectory(home, "classes");
    Path said = home.resolve("said.txt");
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                "-classpath",
                annotations(),
                "-processorpath",
                processorPath,
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int exit = javac.waitFor();
    assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
    assertThat(exit).isZero();
    for (String file :
        List.of(
            "META-INF/jacquard/Shop.prices.pb",
            "ShopWorkflows.class",
            "ShopHandlers$PriceTask.class",
            "ShopCodecs$Shop_LineCodec.class")) {
      assertThat(classes.resolve(file)).exists();
    }
  }

  private static String annotations() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains("annotations") && path.contains("jacquard"))
        .findFirst()
        .orElseThrow();
  }
}
