package dev.jacquard.cli;

import dev.jacquard.kubernetes.profile.ProfileException;
import dev.jacquard.kubernetes.profile.Profiles;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which file of profiles there is. */
final class ProfileOptions {

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description =
          "The profiles of this environment; default: $JACQUARD_PROFILES, else jacquard/profiles.yaml in"
              + " $XDG_CONFIG_HOME or ~/.config.")
  private @Nullable Path file;

  ProfileOptions() {}

  /** Whether a file was named. */
  boolean given() {
    return file != null;
  }

  /** Reads the file; none where there is none. */
  Profiles read(Map<String, String> environment) {
    try {
      return file != null
          ? Profiles.read(file)
          : Profiles.ofUser(environment, Path.of(System.getProperty("user.home")));
    } catch (ProfileException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
