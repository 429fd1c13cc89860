package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.jacquard.engine.code.DirectoryJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers above the base: Jacquard, what the application needs, the application. What seldom
 * changes lies below. Files belong to root and bear one time, whoever builds and when.
 */
final class ImageLayers {

  private static final String JACQUARD = "/opt/jacquard/lib";
  private static final String DEPENDENCIES = "/opt/jacquard/app/lib";
  private static final String APPLICATION = "/opt/jacquard/app";

  /**
   * A jar and where it goes.
   *
   * @param source a file of this machine
   * @param path in the image
   * @param digest of its bytes
   * @param size in bytes
   */
  private record Placed(Path source, String path, String digest, long size) {}

  private final List<Placed> jacquard = new ArrayList<>();
  private final List<Placed> dependencies = new ArrayList<>();
  private final List<Placed> application = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final Map<String, String> digestsByPath = new HashMap<>();

  /**
   * Arranges files.
   *
   * @param folder where folders of classes are written as jars
   */
  ImageLayers(ImageContent content, Path folder) throws IOException {
    for (Path entry : content.jacquard().entries()) {
      add(packed(entry, folder), entry, JACQUARD, jacquard);
    }
    for (Path entry : content.application().entries()) {
      boolean changing = content.changing().contains(entry) || Files.isDirectory(entry);
      String path =
          changing
              ? add(packed(entry, folder), entry, APPLICATION, application)
              : add(entry, entry, DEPENDENCIES, dependencies);
      classPath.add(path);
    }
  }

  private static Path packed(Path entry, Path folder) throws IOException {
    if (!Files.isDirectory(entry)) {
      return entry;
    }
    Path jar = Files.createTempFile(folder, "classes", ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      DirectoryJar.write(entry, out);
    }
    return jar;
  }

  /** Of two that have the same name, the second gets some of its digest into its own. */
  private String add(Path source, Path entry, String folder, List<Placed> layer)
      throws IOException {
    String digest = digest(source);
    String name = name(entry);
    String path = folder + "/" + name + ".jar";
    if (!digest.equals(digestsByPath.getOrDefault(path, digest))) {
      path = folder + "/" + name + "-" + digest.substring(0, 8) + ".jar";
    }
    if (digestsByPath.putIfAbsent(path, digest) == null) {
      layer.add(new Placed(source, path, digest, Files.size(source)));
    }
    return path;
  }

  /** {@code target/classes} of a project is known by the project's folder. */
  private static String name(Path entry) {
    int names = entry.getNameCount();
    boolean project = names > 2 && entry.endsWith(Path.of("target", "classes"));
    String name =
        entry.getName(names - (project ? 3 : 1)).toString().replaceAll("[^A-Za-z0-9._+-]", "_");
    return name.endsWith(".jar") ? name.substring(0, name.length() - 4) : name;
  }

  private static String digest(Path file) throws IOException {
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), sha256())) {
      MessageDigest digest = ((DigestInputStream) stream).getMessageDigest();
      stream.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Jacquard's own class path in the image. */
  String ownClassPath() {
    return String.join(":", jacquard.stream().map(Placed::path).toList());
  }

  /** The application's class path in the image, in its order. */
  String applicationClassPath() {
    return String.join(":", classPath);
  }

  /** The layers that have something in them, the lowest first. */
  List<FileEntriesLayer> layers() {
    return named().entrySet().stream()
        .map(layer -> layer(layer.getKey(), layer.getValue()))
        .toList();
  }

  /** What is in them; for people. */
  List<BuiltImage.Layer> described() {
    return named().entrySet().stream()
        .map(
            layer ->
                new BuiltImage.Layer(
                    layer.getKey(),
                    layer.getValue().size(),
                    layer.getValue().stream().mapToLong(Placed::size).sum()))
        .toList();
  }

  /** Mixes into a digest what is in the layers and where. */
  void update(MessageDigest digest) {
    for (List<Placed> layer : List.of(jacquard, dependencies, application)) {
      for (Placed file : layer) {
        digest.update((file.path + " " + file.digest + "\n").getBytes(UTF_8));
      }
    }
  }

  private Map<String, List<Placed>> named() {
    Map<String, List<Placed>> named = new LinkedHashMap<>();
    named.put("jacquard", jacquard);
    named.put("dependencies", dependencies);
    named.put("application", application);
    named.values().removeIf(List::isEmpty);
    return named;
  }

  private static FileEntriesLayer layer(String name, List<Placed> files) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    files.forEach(file -> layer.addEntry(file.source, AbsoluteUnixPath.get(file.path)));
    return layer.build();
  }
}
