package dev.jacquard.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the processor, as the build wrote it beside its classes. */
final class ProcessorVersion {

  private static final String VERSION = read();

  private ProcessorVersion() {}

  static String get() {
    return VERSION;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream stream = ProcessorVersion.class.getResourceAsStream("version.properties")) {
      properties.load(java.util.Objects.requireNonNull(stream, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
