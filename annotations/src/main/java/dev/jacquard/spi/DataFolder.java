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
    Path share = home.resolve(".local").resolve("share");
    return base(environment, "XDG_DATA_HOME", share).resolve("jacquard").resolve(name);
  }

  /**
   * Returns {@code jacquard} in the user's folder for what can be made again: {@code
   * $XDG_CACHE_HOME}, else {@code ~/.cache}, as the same specification says.
   *
   * @param environment the environment variables
   * @param home the user's home
   */
  public static Path ofCaches(Map<String, String> environment, Path home) {
    return base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("jacquard");
  }

  // The specification has relative paths ignored.
  private static Path base(Map<String, String> environment, String variable, Path otherwise) {
    Path told = Path.of(environment.getOrDefault(variable, ""));
    return told.isAbsolute() ? told : otherwise;
  }
}
