package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * An image that was built to a file.
 *
 * @param tags its names
 * @param configuration as the container gets it
 * @param layers the entries of each layer by path
 */
record ImageFile(
    List<String> tags, JsonNode configuration, List<Map<String, TarArchiveEntry>> layers) {

  static ImageFile read(Path file) throws IOException {
    try (TarFile tar = new TarFile(file)) {
      JsonNode manifest = json(tar, "manifest.json").get(0);
      List<Map<String, TarArchiveEntry>> layers = new ArrayList<>();
      for (JsonNode layer : manifest.get("Layers")) {
        layers.add(entries(tar, layer.asText()));
      }
      List<String> tags = new ArrayList<>();
      manifest.get("RepoTags").forEach(tag -> tags.add(tag.asText()));
      return new ImageFile(tags, json(tar, manifest.get("Config").asText()), layers);
    }
  }

  private static JsonNode json(TarFile tar, String name) throws IOException {
    try (InputStream stream = open(tar, name)) {
      return new ObjectMapper().readTree(stream);
    }
  }

  private static InputStream open(TarFile tar, String name) throws IOException {
    return tar.getInputStream(
        tar.getEntries().stream().filter(e -> e.getName().equals(name)).findFirst().orElseThrow());
  }

  private static Map<String, TarArchiveEntry> entries(TarFile tar, String layer)
      throws IOException {
    Map<String, TarArchiveEntry> entries = new TreeMap<>();
    try (TarArchiveInputStream stream =
        new TarArchiveInputStream(new GZIPInputStream(open(tar, layer)), UTF_8.name())) {
      for (TarArchiveEntry e = stream.getNextEntry(); e != null; e = stream.getNextEntry()) {
        entries.put(e.getName(), e);
      }
    }
    return entries;
  }

  List<String> files(int layer) {
    return layers.get(layer).values().stream()
        .filter(TarArchiveEntry::isFile)
        .map(TarArchiveEntry::getName)
        .toList();
  }

  List<String> diffIds() {
    return texts(configuration.path("rootfs").path("diff_ids"));
  }

  List<String> environment() {
    return texts(configuration.path("config").path("Env"));
  }

  List<String> entrypoint() {
    return texts(configuration.path("config").path("Entrypoint"));
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
