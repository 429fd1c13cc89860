package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image runs on.
 *
 * @param architecture as in {@code amd64}; empty: whatever the base image is for
 */
record Platform(String architecture) {

  private static final String USUAL = "amd64";
  private static final Pattern TEXT = Pattern.compile("linux/([a-z0-9_]+)");

  /** Reads {@code linux/amd64}; empty text is no wish. */
  static Platform of(String text) throws ImageException {
    Matcher parts = TEXT.matcher(text);
    if (text.isEmpty()) {
      return new Platform("");
    }
    if (!parts.matches()) {
      throw new ImageException(
          Kind.INPUT,
          "The platform must be linux and an architecture, as in linux/arm64; found " + text + ".");
    }
    return new Platform(parts.group(1));
  }

  /** Has one of the base image's platforms chosen. */
  JibContainerBuilder choose(JibContainerBuilder builder) {
    return builder.setPlatforms(
        java.util.Set.of(
            new com.google.cloud.tools.jib.api.buildplan.Platform(
                architecture.isEmpty() ? USUAL : architecture, "linux")));
  }

  /** Refuses an image that is for something else. */
  void check(String base, BaseContents contents) throws ImageException {
    if (!architecture.isEmpty() && !architecture.equals(contents.architecture())) {
      throw new ImageException(
          Kind.INPUT,
          "The base image must be for linux/%s; found linux/%s (%s)."
              .formatted(architecture, contents.architecture(), base));
    }
  }
}
