package dev.jacquard.engine.registry;

import dev.jacquard.engine.registry.RegistryEntry.CodeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries in files: {@code entries/NAME/VERSION}. */
final class EntryFolder {

  private static final Logger log = LoggerFactory.getLogger(EntryFolder.class);

  private static final Comparator<RegistryEntry> BY_NAME_THEN_AGE =
      Comparator.comparing(RegistryEntry::name)
          .thenComparing(RegistryEntry::registered)
          .thenComparing(RegistryEntry::version);

  private final Path folder;

  EntryFolder(Path root) {
    this.folder = root.resolve("entries");
  }

  Path file(RegistryEntry entry) {
    return folder.resolve(entry.name()).resolve(entry.version());
  }

  /**
   * Finds one entry; one that is there but cannot be read is an error, since it must not be
   * overwritten.
   */
  Optional<RegistryEntry> find(String name, String version) {
    Path file = folder.resolve(name).resolve(version);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Returns all entries that can be read; the others are warned of. */
  List<RegistryEntry> sound() {
    List<RegistryEntry> entries = new ArrayList<>();
    for (Path file : files()) {
      try {
        entries.add(read(file));
      } catch (RegistryException e) {
        log.warn("{}", e.getMessage());
      }
    }
    entries.sort(BY_NAME_THEN_AGE);
    return entries;
  }

  /** Returns the digests that entries name; empty if one of them cannot be read. */
  Optional<Set<String>> digestsInUse() {
    try {
      return Optional.of(
          files().stream()
              .flatMap(file -> read(file).code().stream())
              .map(CodeFile::digest)
              .collect(Collectors.toSet()));
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new RegistryException(
          "The registry's " + folder + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static RegistryEntry read(Path file) {
    try {
      return EntryText.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new RegistryException("The entry " + file + " is gone.", e);
    } catch (IOException | RuntimeException e) {
      throw new RegistryException(
          "The entry %s is damaged (%s). Delete the file and register that version again."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
