package dev.jacquard.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What pods run that name no image of their own. */
final class ImageOption {

  private static final String VARIABLE = "JACQUARD_IMAGE";

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "What pods run that name no image of their own: jacquard, and Java; default: $JACQUARD_IMAGE.")
  private @Nullable String image;

  ImageOption() {}

  /** Whether it was given as a word. */
  boolean given() {
    return image != null;
  }

  /** The image, if any is said. */
  Optional<String> find(Map<String, String> environment) {
    String said = image == null ? environment.getOrDefault(VARIABLE, "") : image;
    return Optional.of(said).filter(text -> !text.isBlank());
  }

  /** The image, without which {@code what} cannot be. */
  String get(Map<String, String> environment, String what) {
    return find(environment)
        .orElseThrow(
            () ->
                new UsageException(
                    what
                        + " must be given with --image IMAGE, which pods run, or with "
                        + VARIABLE
                        + " in the environment. Build one with jacquard image."));
  }
}
