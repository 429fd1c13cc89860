package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.NearestName;
import dev.jacquard.engine.code.WorkflowNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How people call what is registered: {@code NAME[@VERSION]}, where NAME is a workflow (its id or a
 * unique end of it) or an application that has one workflow; and {@code
 * APPLICATION[@VERSION]/WORKFLOW}. Without a version, the newest registration of an application
 * counts.
 */
public final class RegisteredNames {

  private final List<RegistryEntry> entries;

  /** Makes the names of a registry's entries. */
  public RegisteredNames(List<RegistryEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A registered workflow.
   *
   * @param entry the version of the application that has it
   * @param workflow its id
   */
  public record Target(RegistryEntry entry, String workflow) {

    /** Returns the name that means this one alone. */
    public String label() {
      return entry.label() + "/" + workflow;
    }
  }

  /**
   * Finds the workflow of a name.
   *
   * @throws RegistryException if the name means none or several; the message names those that it
   *     could mean
   */
  public Target resolve(String reference) {
    List<Target> found = find(reference);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new RegistryException(unknown(reference));
    }
    throw new RegistryException(
        reference
            + " could be any of these; say which:\n  "
            + String.join("\n  ", found.stream().map(Target::label).toList()));
  }

  /**
   * Returns all that a name may mean: workflows by their whole ids before others, workflows before
   * applications.
   */
  public List<Target> find(String reference) {
    int slash = reference.indexOf('/');
    String name = slash < 0 ? reference : reference.substring(0, slash);
    int at = name.indexOf('@');
    Optional<String> version = at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
    String subject = at < 0 ? name : name.substring(0, at);
    if (slash >= 0) {
      return workflows(candidates(subject, version), reference.substring(slash + 1));
    }
    List<RegistryEntry> everywhere = candidates("", version);
    List<Target> exact =
        everywhere.stream()
            .filter(entry -> entry.workflows().containsKey(subject))
            .map(entry -> new Target(entry, subject))
            .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Target> byEnd = workflows(everywhere, subject);
    return byEnd.isEmpty() ? application(candidates(subject, version)) : byEnd;
  }

  /**
   * The entries of one application, or of all, that a reference may mean: those of the version,
   * else the newest.
   */
  private List<RegistryEntry> candidates(String application, Optional<String> version) {
    Map<List<String>, RegistryEntry> candidates = new LinkedHashMap<>();
    for (RegistryEntry entry : entries) {
      boolean named = application.isEmpty() || entry.name().equals(application);
      if (named && (version.isEmpty() || entry.version().equals(version.get()))) {
        candidates.put(List.of(entry.name()), entry);
      }
    }
    return List.copyOf(candidates.values());
  }

  private static List<Target> workflows(List<RegistryEntry> entries, String name) {
    List<Target> found = new ArrayList<>();
    for (RegistryEntry entry : entries) {
      WorkflowNames.matching(name, entry.workflows().keySet())
          .forEach(id -> found.add(new Target(entry, id)));
    }
    return found;
  }

  private static List<Target> application(List<RegistryEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.workflows().keySet().stream().map(id -> new Target(entry, id)))
        .toList();
  }

  /** Says that nothing is registered under a name, what may have been meant, and what there is. */
  public String unknown(String reference) {
    if (entries.isEmpty()) {
      return "No workflow is named " + reference + ": nothing is registered.";
    }
    Optional<String> otherVersions = otherVersions(reference);
    if (otherVersions.isPresent()) {
      return otherVersions.get();
    }
    Set<String> workflows = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    Set<String> labels = new TreeSet<>();
    for (RegistryEntry entry : entries) {
      workflows.addAll(entry.workflows().keySet());
      names.add(entry.name());
      labels.add(entry.label());
    }
    String nearest =
        NearestName.of(reference, labels)
            .or(() -> NearestName.of(reference, names))
            .or(() -> WorkflowNames.nearest(reference, workflows))
            .map(near -> " Did you mean " + near + "?")
            .orElse("");
    return "No workflow is registered as "
        + reference
        + "."
        + nearest
        + " These applications are: "
        + String.join(", ", labels)
        + ".";
  }

  /** The name is right, and only its version is not there. */
  private Optional<String> otherVersions(String reference) {
    int at = reference.indexOf('@');
    int slash = reference.indexOf('/');
    if (at < 0 || (slash >= 0 && slash < at)) {
      return Optional.empty();
    }
    String application = reference.substring(0, at);
    String rest = slash < 0 ? "" : reference.substring(slash);
    List<String> versions =
        entries.stream()
            .filter(entry -> !find(application + "@" + entry.version() + rest).isEmpty())
            .map(RegistryEntry::version)
            .distinct()
            .toList();
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "No workflow is registered as %s. Its versions are: %s."
                .formatted(reference, String.join(", ", versions)));
  }
}
