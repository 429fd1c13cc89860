package dev.jacquard.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.SampleApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegisterByRuntimeTest {

  @TempDir Path folder;

  @Test
  void runtimeRegistersInTheRegistryOfTheUser() throws Exception {
    Path classes = SampleApplication.sound().compile(folder.resolve("classes"));
    Path registry = folder.resolve("registry");
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RegisterByRuntimeTest.class.getName(),
                classes.toString())
            .inheritIO();
    process.environment().put(RegistryLocation.VARIABLE, registry.toString());
    assertThat(process.start().waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(FolderRegistry.at(registry).find("shop", Optional.of("1")).orElseThrow().workflows())
        .containsKey(SampleApplication.WORKFLOW);
  }

  /** What the process runs. */
  public static void main(String[] arguments) {
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      runtime.register(
          new Application(
              ClassPath.of(List.of(Path.of(arguments[0]))), Optional.of("shop"), Optional.of("1")));
    }
  }
}
