package dev.jacquard.engine.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the Jacquard that is running, as messages and advice name it. */
public final class RuntimeVersion {

  private static final String DESCRIPTION =
      "/META-INF/maven/dev.jacquard/jacquard-engine/pom.properties";

  private RuntimeVersion() {}

  /** Returns the version; {@code "VERSION"} where the runtime was not run from its jar. */
  public static String current() {
    String manifest = RuntimeVersion.class.getPackage().getImplementationVersion();
    if (manifest != null) {
      return manifest;
    }
    try (InputStream stream = RuntimeVersion.class.getResourceAsStream(DESCRIPTION)) {
      Properties description = new Properties();
      if (stream != null) {
        description.load(stream);
      }
      return description.getProperty("version", "VERSION");
    } catch (IOException e) {
      return "VERSION";
    }
  }
}
