package dev.jacquard.engine.registry;

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
    String told = environment.getOrDefault(VARIABLE, "");
    if (!told.isBlank()) {
      return Path.of(told);
    }
    // The base directory specification has relative paths ignored.
    Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
    Path folder = data.isAbsolute() ? data : home.resolve(".local").resolve("share");
    return folder.resolve("jacquard").resolve("registry");
  }
}
