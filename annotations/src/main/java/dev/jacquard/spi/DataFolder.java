package dev.jacquard.spi;

import java.nio.file.Path;
import java.util.Map;

/** Where on a machine Jacquard keeps what is a user's. */
public final class DataFolder {

  private DataFolder() {}

  /**
   * Returns the folder that a variable names, else {@code jacquard/name} in the user's data folder:
   * {@code $XDG_DATA_HOME}, else {@code ~/.local/share}, as the XDG Base Directory Specification
   * says.
   *
   * @param environment the environment variables
   * @param home the user's home
   * @param variable the variable that comes first
   * @param name which folder
   */
  public static Path of(Map<String, String> environment, Path home, String variable, String name) {
    String told = environment.getOrDefault(variable, "");
    if (!told.isBlank()) {
      return Path.of(told);
    }
    // The specification has relative paths ignored.
    Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
    Path folder = data.isAbsolute() ? data : home.resolve(".local").resolve("share");
    return folder.resolve("jacquard").resolve(name);
  }
}
