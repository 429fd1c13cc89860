package dev.jacquard.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegistryLocationTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void variableComesBeforeDataFolderBeforeHome() {
    assertThat(of(Map.of("JACQUARD_REGISTRY", "/r", "XDG_DATA_HOME", "/data"))).hasToString("/r");
    assertThat(of(Map.of("XDG_DATA_HOME", "/data"))).hasToString("/data/jacquard/registry");
    assertThat(of(Map.of("XDG_DATA_HOME", "relative")))
        .hasToString("/home/ada/.local/share/jacquard/registry");
    assertThat(of(Map.of("JACQUARD_REGISTRY", "")))
        .hasToString("/home/ada/.local/share/jacquard/registry");
  }

  private static Path of(Map<String, String> environment) {
    return RegistryLocation.ofUser(environment, HOME);
  }
}
