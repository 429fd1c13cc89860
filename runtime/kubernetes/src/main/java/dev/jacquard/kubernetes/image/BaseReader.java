package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/** Reads an image out of a file as {@code docker save} and Jib write it. */
final class BaseReader implements AutoCloseable {

  /** The little file by which every JDK says which one it is. */
  private static final String RELEASE = "/release";

  private static final int MOST_OF_A_RELEASE = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final TarFile tar;
  private final Map<String, TarArchiveEntry> entries = new HashMap<>();

  private BaseReader(String name, TarFile tar) {
    this.name = name;
    this.tar = tar;
    tar.getEntries().forEach(entry -> entries.put(entry.getName(), entry));
  }

  /**
   * Reads an image.
   *
   * @param name how a person calls it
   * @throws ImageException if the file is none
   */
  static BaseContents read(String name, Path file) throws ImageException {
    try (BaseReader reader = new BaseReader(name, new TarFile(file))) {
      return reader.read();
    } catch (IOException e) {
      throw new ImageException(
          Kind.INPUT, noImage(name, "what cannot be read: " + e.getMessage()), e);
    }
  }

  private static String noImage(String name, String found) {
    return "The base image must be an image as docker save writes it; found "
        + found
        + " ("
        + name
        + ").";
  }

  private BaseContents read() throws IOException, ImageException {
    JsonNode image = json("manifest.json").path(0);
    JsonNode configuration = json(image.path("Config").asText());
    LayerFiles files = new LayerFiles();
    for (JsonNode layer : image.path("Layers")) {
      addLayer(layer.asText(), files);
    }
    List<String> diffIds = new ArrayList<>();
    configuration.path("rootfs").path("diff_ids").forEach(id -> diffIds.add(id.asText()));
    return new BaseContents(
        environment(configuration.path("config").path("Env")),
        configuration.path("os").asText(),
        configuration.path("architecture").asText(),
        diffIds,
        files);
  }

  private static Map<String, String> environment(JsonNode lines) {
    Map<String, String> environment = new HashMap<>();
    for (JsonNode line : lines) {
      String[] parts = line.asText().split("=", 2);
      environment.put(parts[0], parts.length == 1 ? "" : parts[1]);
    }
    return environment;
  }

  private JsonNode json(String entry) throws IOException, ImageException {
    try (InputStream stream = open(entry)) {
      return JSON.readTree(stream);
    } catch (JacksonException e) {
      throw new ImageException(Kind.INPUT, noImage(name, entry + " that is no JSON"), e);
    }
  }

  private InputStream open(String entry) throws IOException, ImageException {
    TarArchiveEntry found = entries.get(entry);
    if (found == null) {
      throw new ImageException(Kind.INPUT, noImage(name, "no " + entry + " in the file"));
    }
    return tar.getInputStream(found);
  }

  private void addLayer(String entry, LayerFiles files) throws IOException, ImageException {
    try (TarArchiveInputStream layer =
        new TarArchiveInputStream(unpacked(open(entry)), UTF_8.name())) {
      for (TarArchiveEntry file = layer.getNextEntry(); file != null; file = layer.getNextEntry()) {
        add(file, layer, files);
      }
    }
  }

  private static InputStream unpacked(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
    buffered.mark(2);
    int magic = buffered.read() | buffered.read() << 8;
    buffered.reset();
    return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private static void add(TarArchiveEntry file, InputStream content, LayerFiles files)
      throws IOException {
    if (file.isSymbolicLink()) {
      files.addLink(file.getName(), file.getLinkName());
    } else if (file.isLink()) {
      files.addHardLink(file.getName(), file.getLinkName());
    } else if (file.isDirectory()) {
      files.addFolder(file.getName());
    } else {
      boolean wanted = ("/" + file.getName()).endsWith(RELEASE);
      files.addFile(
          file.getName(), wanted ? new String(content.readNBytes(MOST_OF_A_RELEASE), UTF_8) : "");
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
