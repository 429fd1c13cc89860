package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the container starts. Nothing in the image has to be written: what is written goes to {@code
 * /tmp}, which a pod mounts.
 *
 * @param entrypoint the {@code jacquard} command, whose arguments follow
 * @param environment variables beside the base's own
 * @param labels what the image says of itself
 */
record ImageSettings(
    List<String> entrypoint, Map<String, String> environment, Map<String, String> labels) {

  /** Whoever it is, it is not root; a number, so that a cluster can see that. */
  private static final String USER = "65532:65532";

  private static final String WRITABLE = "/tmp";

  /**
   * From this release on Java would warn at each start, and the last words of pods would be that.
   */
  private static final int WARNS_OF_NATIVE_ACCESS = 24;

  ImageSettings {
    entrypoint = List.copyOf(entrypoint);
  }

  static ImageSettings of(
      ImageContent content, ImageLayers layers, BaseContents base, JavaInImage java) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOME", WRITABLE);
    // What a pod asks of its JVM is said in this variable, and so replaces it.
    environment.put("JDK_JAVA_OPTIONS", "-XX:MaxRAMPercentage=75");
    environment.put("XDG_CACHE_HOME", WRITABLE + "/.cache");
    environment.put("XDG_DATA_HOME", WRITABLE + "/.local/share");
    if (!layers.applicationClassPath().isEmpty()) {
      environment.put("JACQUARD_CLASSPATH", layers.applicationClassPath());
    }
    if (!base.environment().containsKey("LANG") && !base.environment().containsKey("LC_ALL")) {
      environment.put("LANG", "C.UTF-8");
    }
    Map<String, String> labels = new TreeMap<>();
    labels.put("dev.jacquard.version", content.version());
    labels.put("dev.jacquard.java", Integer.toString(java.feature()));
    return new ImageSettings(entrypoint(content, layers, java), environment, labels);
  }

  private static List<String> entrypoint(
      ImageContent content, ImageLayers layers, JavaInImage java) {
    List<String> words = new ArrayList<>();
    words.add(java.launcher());
    if (java.feature() >= WARNS_OF_NATIVE_ACCESS) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    // The user is in no /etc/passwd, where Java would look.
    words.add("-Duser.home=" + WRITABLE);
    // A worker with another charset than the engine's is refused.
    words.add("-Dfile.encoding=UTF-8");
    words.addAll(List.of("-cp", layers.ownClassPath(), content.mainClass()));
    return words;
  }

  JibContainerBuilder applyTo(JibContainerBuilder builder) {
    environment.forEach(builder::addEnvironmentVariable);
    labels.forEach(builder::addLabel);
    return builder
        .setEntrypoint(entrypoint)
        .setProgramArguments(List.of())
        .setUser(USER)
        .setWorkingDirectory(AbsoluteUnixPath.get(WRITABLE))
        .setCreationTime(Instant.EPOCH);
  }
}
