package dev.jacquard.engine.registry;

import dev.jacquard.spi.DataFolder;
import java.nio.file.Path;
import java.util.Map;

/** Where a user's registry is. */
public final class RegistryLocation {

  /** The environment variable that names it. */
  public static final String VARIABLE = "JACQUARD_REGISTRY";

  private RegistryLocation() {}

  /**
   * Returns {@code $JACQUARD_REGISTRY}, else {@code jacquard/registry} in the user's data folder:
   * {@code $XDG_DATA_HOME}, else {@code ~/.local/share}.
   */
  public static Path ofUser(Map<String, String> environment, Path home) {
    return DataFolder.of(environment, home, VARIABLE, "registry");
  }
}
