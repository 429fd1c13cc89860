package dev.jacquard.worker.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine that has no room for what its executions hold says so; it does not wait for ever. */
@Timeout(120)
class FullEngineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatDoesNotFitFailsAndSaysWhatToDo(FullEngine.TooMuch what) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                FullEngine.class.getName(),
                what.name())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("JACQUARD_BLOBS", folder.resolve("blobs").toString());
    Process engine = builder.start();
    try {
      assertThat(engine.waitFor(90, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      engine.descendants().forEach(ProcessHandle::destroyForcibly);
      engine.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(out, UTF_8);
    assertThat(String.join("\n", lines))
        .startsWith("failed: ")
        .contains("a heap of ", "-Xmx", "\nlets go of it")
        .containsAnyOf("\ngoes on", "\nsays that it cannot go on: ");
  }
}
