package dev.jacquard.engine.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of an application.
 *
 * @param name the application's name
 * @param version its version
 * @param registered when it was registered first
 * @param code its class path, in order
 * @param workflows its workflows: the version of the graph by the workflow's id
 */
public record RegistryEntry(
    String name,
    String version,
    Instant registered,
    List<CodeFile> code,
    SortedMap<String, String> workflows) {

  /** Copies the collections. */
  public RegistryEntry {
    code = List.copyOf(code);
    workflows = Collections.unmodifiableSortedMap(new TreeMap<>(workflows));
  }

  /** Returns the digest that identifies the code: of the digests of its files, in order. */
  public String codeDigest() {
    return Digest.of(code.stream().map(CodeFile::digest).toList());
  }

  /** Returns how people call it: {@code name@version}. */
  public String label() {
    return name + "@" + version;
  }

  /**
   * One file of a class path.
   *
   * @param name the file's name when it was registered, for people
   * @param digest SHA-256 of its content, in lower-case hexadecimal
   * @param size its length in bytes
   */
  public record CodeFile(String name, String digest, long size) {}
}
