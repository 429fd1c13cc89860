package dev.jacquard.kubernetes.image;

import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java of a base image.
 *
 * @param launcher the absolute path of its {@code java}
 * @param feature its feature release; 0 where it does not say
 */
record JavaInImage(String launcher, int feature) {

  /** What Docker and containerd take where an image says nothing. */
  private static final String USUAL_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private static final Pattern VERSION =
      Pattern.compile("(?m)^JAVA_VERSION=\"?(?:1\\.)?([0-9]+)[^\\n]*$");
  private static final int OLDEST = 17;

  /**
   * Finds the Java that a shell in the container would find, {@code JAVA_HOME} first.
   *
   * @param base how a person calls the image
   * @throws ImageException if there is none, or one that is too old
   */
  static JavaInImage find(String base, BaseContents contents) throws ImageException {
    if (!contents.os().equals("linux")) {
      throw new ImageException(
          Kind.INPUT,
          "The base image must be for linux; found %s (%s).".formatted(contents.os(), base));
    }
    for (String launcher : candidates(contents.environment())) {
      Optional<String> file = contents.files().resolve(launcher);
      if (file.isPresent()) {
        return supported(base, new JavaInImage(launcher, feature(file.get(), contents.files())));
      }
    }
    throw new ImageException(Kind.INPUT, missing(base, contents.environment()));
  }

  private static List<String> candidates(Map<String, String> environment) {
    List<String> candidates = new ArrayList<>();
    String home = environment.getOrDefault("JAVA_HOME", "");
    if (!home.isEmpty()) {
      candidates.add(home + "/bin/java");
    }
    for (String folder : environment.getOrDefault("PATH", USUAL_PATH).split(":", -1)) {
      if (folder.startsWith("/")) {
        candidates.add(folder + "/java");
      }
    }
    return candidates;
  }

  /** {@code HOME/bin/java} has {@code HOME/release} beside it. */
  private static int feature(String launcher, LayerFiles files) {
    Matcher version = VERSION.matcher(files.content(launcher + "/../../release").orElse(""));
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static JavaInImage supported(String base, JavaInImage java) throws ImageException {
    if (java.feature > 0 && java.feature < OLDEST) {
      throw new ImageException(
          Kind.INPUT,
          "The base image must have Java %d or later; found %d at %s (%s)."
              .formatted(OLDEST, java.feature, java.launcher, base));
    }
    return java;
  }

  private static String missing(String base, Map<String, String> environment) {
    String home = environment.getOrDefault("JAVA_HOME", "");
    return ("The base image must have a JDK or a Java runtime; found no java in its PATH (%s), and"
            + " its JAVA_HOME is %s (%s). Choose another with --base, such as"
            + " eclipse-temurin:%d-jre.")
        .formatted(
            environment.getOrDefault("PATH", USUAL_PATH),
            home.isEmpty() ? "not set" : home,
            base,
            Math.max(OLDEST, Runtime.version().feature()));
  }
}
