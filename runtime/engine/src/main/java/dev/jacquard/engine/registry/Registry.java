package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.PathCode;
import java.util.List;
import java.util.Optional;

/**
 * Keeps applications under names and versions. What was registered under a version never changes.
 * Thread-safe, and safe under several processes at once.
 */
public interface Registry {

  /**
   * Registers an application: its code is copied, and its links are checked without loading it. The
   * same content under the same name and version again changes nothing.
   *
   * @throws RegistryException if its links are broken (all problems are told at once), if it holds
   *     no workflow, or if other content is registered under that version
   */
  Registered register(Application application);

  /**
   * Returns all entries, by name, and the versions of one name from the oldest to the newest
   * registration.
   */
  List<RegistryEntry> entries();

  /**
   * Opens the code of an entry, after checking that it is what was registered.
   *
   * @throws RegistryException if the code is damaged or missing
   */
  PathCode open(RegistryEntry entry);

  /** Returns the entry of a version; without a version, the newest registration of the name. */
  default Optional<RegistryEntry> find(String name, Optional<String> version) {
    return entries().stream()
        .filter(entry -> entry.name().equals(name))
        .filter(entry -> version.isEmpty() || entry.version().equals(version.get()))
        .reduce((older, newer) -> newer);
  }

  /**
   * What registering did.
   *
   * @param entry the entry that holds the application
   * @param isNew false if it had been registered before
   */
  record Registered(RegistryEntry entry, boolean isNew) {}
}
