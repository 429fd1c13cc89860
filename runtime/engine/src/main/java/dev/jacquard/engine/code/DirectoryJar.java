package dev.jacquard.engine.code;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a directory of class files into a jar. Equal content gives equal bytes, on every machine
 * and JDK: entries are sorted, bear one time, and are stored uncompressed, since deflaters differ.
 */
public final class DirectoryJar {

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

  /** A reader of streams finds the manifest only in the front. */
  private static final Comparator<String> MANIFEST_FIRST =
      Comparator.comparing((String name) -> !name.equals("META-INF/MANIFEST.MF"))
          .thenComparing(Comparator.naturalOrder());

  private DirectoryJar() {}

  /**
   * Writes a directory's content as a jar.
   *
   * @param output left open
   * @throws IOException if something cannot be read or written
   */
  public static void write(Path directory, OutputStream output) throws IOException {
    ZipOutputStream jar = new ZipOutputStream(output);
    for (Map.Entry<String, Path> file : files(directory).entrySet()) {
      byte[] content = Files.readAllBytes(file.getValue());
      jar.putNextEntry(stored(file.getKey(), content));
      jar.write(content);
      jar.closeEntry();
    }
    jar.finish();
  }

  private static Map<String, Path> files(Path directory) throws IOException {
    Map<String, Path> files = new TreeMap<>(MANIFEST_FIRST);
    try (Stream<Path> found = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      found
          .filter(Files::isRegularFile)
          .forEach(
              file -> files.put(directory.relativize(file).toString().replace('\\', '/'), file));
    }
    return files;
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }
}
