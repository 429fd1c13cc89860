package dev.jacquard.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jacquard.cli.progress.ProgressStyle;
import dev.jacquard.kubernetes.image.BuiltImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what was built: for programs as JSON, for people in lines. */
final class ImageReport {

  private static final String[] UNITS = {"B", "kB", "MB", "GB"};
  private static final int THOUSAND = 1000;

  private ImageReport() {}

  /**
   * Writes the one to standard output, the other to standard error.
   *
   * @param file where the image was written; null: to its registry
   */
  static void write(BuiltImage image, @Nullable Path file, ProgressStyle style, Console console)
      throws IOException {
    if (style != ProgressStyle.none) {
      lines(image, file, console);
    }
    console.out().println(json(image, file));
  }

  private static void lines(BuiltImage image, @Nullable Path file, Console console)
      throws IOException {
    for (BuiltImage.Layer layer : image.layers()) {
      console
          .err()
          .printf(
              "  %-12s  %9s in %d %s%n",
              layer.name(),
              size(layer.bytes()),
              layer.files(),
              layer.files() == 1 ? "file" : "files");
    }
    if (file == null) {
      console.err().println("sent " + reference(image));
    } else {
      console
          .err()
          .println("wrote " + image.name() + ", " + size(Files.size(file)) + ", to " + file);
    }
  }

  /** The name that means this very image, whatever becomes of the tag. */
  private static String reference(BuiltImage image) {
    String name = image.name();
    int tag = name.lastIndexOf(':');
    return (tag > name.lastIndexOf('/') ? name.substring(0, tag) : name) + "@" + image.digest();
  }

  static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= THOUSAND && unit < UNITS.length - 1) {
      size /= THOUSAND;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }

  private static String json(BuiltImage image, @Nullable Path file) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("image", file == null ? reference(image) : image.name());
      json.writeStringField("name", image.name());
      json.writeStringField("digest", image.digest());
      json.writeStringField("id", image.id());
      json.writeNumberField("java", image.java());
      if (file != null) {
        json.writeStringField("file", file.toString());
        json.writeNumberField("bytes", Files.size(file));
      }
      json.writeArrayFieldStart("layers");
      for (BuiltImage.Layer layer : image.layers()) {
        json.writeStartObject();
        json.writeStringField("name", layer.name());
        json.writeNumberField("files", layer.files());
        json.writeNumberField("bytes", layer.bytes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
