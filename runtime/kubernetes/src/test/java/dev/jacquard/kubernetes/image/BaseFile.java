package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes base images as {@code docker save} writes them. */
public final class BaseFile {

  private final List<byte[]> layers = new ArrayList<>();
  private final List<String> environment = new ArrayList<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private TarArchiveOutputStream layer = new TarArchiveOutputStream(bytes, UTF_8.name());
  private String os = "linux";
  private boolean compressed;

  /** One with a Java of this release at {@code /opt/java}. */
  public static BaseFile withJava(int feature) {
    return new BaseFile()
        .environment("PATH=/usr/bin:/opt/java/bin")
        .file("opt/java/bin/java", "")
        .file("opt/java/release", "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + feature + ".0.1\"\n");
  }

  BaseFile environment(String line) {
    environment.add(line);
    return this;
  }

  BaseFile os(String name) {
    os = name;
    return this;
  }

  BaseFile compressed() {
    compressed = true;
    return this;
  }

  BaseFile file(String path, String content) {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(content.getBytes(UTF_8).length);
    return put(entry, content);
  }

  BaseFile link(String path, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    return put(entry, "");
  }

  BaseFile hardLink(String path, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_LINK);
    entry.setLinkName(target);
    return put(entry, "");
  }

  private BaseFile put(TarArchiveEntry entry, String content) {
    try {
      entry.setModTime(0);
      layer.putArchiveEntry(entry);
      layer.write(content.getBytes(UTF_8));
      layer.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What follows is of another layer. */
  BaseFile nextLayer() {
    try {
      layer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    layers.add(bytes.toByteArray());
    bytes = new ByteArrayOutputStream();
    layer = new TarArchiveOutputStream(bytes, UTF_8.name());
    return this;
  }

  /** Writes the image; returns the file. */
  public Path write(Path file) throws IOException {
    nextLayer();
    List<String> names = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, UTF_8.name())) {
      for (byte[] each : layers) {
        names.add(quoted(names.size() + "/layer.tar"));
        put(tar, (names.size() - 1) + "/layer.tar", compressed ? gzip(each) : each);
      }
      String ids =
          layers.stream()
              .map(each -> quoted("sha256:" + sha256(each)))
              .collect(Collectors.joining(","));
      String env = environment.stream().map(BaseFile::quoted).collect(Collectors.joining(","));
      put(
          tar,
          "config.json",
          """
          {"architecture":"amd64","os":"%s","config":{"Env":[%s]},
           "rootfs":{"type":"layers","diff_ids":[%s]}}"""
              .formatted(os, env, ids)
              .getBytes(UTF_8));
      put(
          tar,
          "manifest.json",
          "[{\"Config\":\"config.json\",\"RepoTags\":[\"base:1\"],\"Layers\":[%s]}]"
              .formatted(String.join(",", names))
              .getBytes(UTF_8));
    }
    return file;
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String sha256(byte[] content) {
    MessageDigest digest = ImageLayers.sha256();
    return HexFormat.of().formatHex(digest.digest(content));
  }
}
