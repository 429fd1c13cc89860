package dev.jacquard.kubernetes.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.worker.tls.RunAuthority;
import dev.jacquard.worker.tls.TlsFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a run, in a folder that its owner alone can read: certificates that are made for it.
 *
 * @param folder where they are
 * @param tls the certificates
 */
record RunFiles(Path folder, TlsFolder tls) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);

  /**
   * Makes them.
   *
   * @param host by which workers reach the gateway
   * @param authority whom workers believe
   */
  static RunFiles make(String host, RunAuthority authority) {
    try {
      Path folder = Files.createTempDirectory("jacquard-kubernetes");
      return new RunFiles(
          folder, TlsFolder.issuedAt(folder.resolve("tls"), authority, List.of(host)));
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the run must be written; found " + e, e);
    }
  }

  /** What a worker needs of them: texts by file names. */
  Map<String, String> certificates() {
    Map<String, String> texts = new TreeMap<>();
    for (String name : TlsFolder.filesOfWorker()) {
      try {
        texts.put(name, Files.readString(folder.resolve("tls").resolve(name), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("The files of the run are left behind in {}: {}", folder, e.toString());
    }
  }
}
