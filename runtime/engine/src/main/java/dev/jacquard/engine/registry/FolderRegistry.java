package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.code.LinkCheck;
import dev.jacquard.engine.code.LinkProblem;
import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.registry.RegistryEntry.CodeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A registry in a folder:
 *
 * <pre>
 * blobs/ab/abcd...        code, by the SHA-256 of its content
 * entries/NAME/VERSION    which code is that version, in which order, and its workflows
 * tmp/                    what is being written
 * lock                    held while somebody registers
 * </pre>
 *
 * <p>A registration first completes its blobs, then shows its entry by a rename: whoever is killed
 * in between leaves nothing that anybody sees, and the next registration sweeps it away.
 */
public final class FolderRegistry implements Registry {

  private final Path root;
  private final BlobFolder blobs;
  private final EntryFolder entries;
  private final InstantSource clock;

  private FolderRegistry(Path root, InstantSource clock) {
    this.root = root;
    this.blobs = new BlobFolder(root);
    this.entries = new EntryFolder(root);
    this.clock = clock;
  }

  /** Returns the registry in a folder, which is made when something is registered first. */
  public static FolderRegistry at(Path root) {
    return at(root, InstantSource.system());
  }

  /** Returns the registry in a folder, with the clock that tells when something was registered. */
  public static FolderRegistry at(Path root, InstantSource clock) {
    return new FolderRegistry(root.toAbsolutePath().normalize(), clock);
  }

  /** Returns the user's registry; see {@link RegistryLocation}. */
  public static FolderRegistry ofUser() {
    return at(RegistryLocation.ofUser(System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /** Returns the folder. */
  public Path root() {
    return root;
  }

  @Override
  public Registered register(Application application) {
    application.name().ifPresent(name -> CodeNames.checked("name", name));
    application.version().ifPresent(version -> CodeNames.checked("version", version));
    if (application.classPath().entries().isEmpty()) {
      throw new RegistryException(
          "An application must have a jar or a directory of classes; the class path is empty.");
    }
    try {
      Files.createDirectories(root);
      return FolderLock.holding(root.resolve("lock"), () -> registerAlone(application));
    } catch (IOException e) {
      throw new RegistryException(
          "The registry %s cannot be written: %s. Another folder is given by --registry or $%s."
              .formatted(root, Reason.of(e), RegistryLocation.VARIABLE),
          e);
    }
  }

  @Override
  public List<RegistryEntry> entries() {
    return entries.sound();
  }

  @Override
  public PathCode open(RegistryEntry entry) {
    List<Path> paths = new ArrayList<>();
    for (CodeFile file : entry.code()) {
      paths.add(verified(entry, file));
    }
    return PathCode.open(new ClassPath(paths));
  }

  private Registered registerAlone(Application application) throws IOException {
    blobs.sweepTemporary();
    List<CodeFile> code = new ArrayList<>();
    for (Path path : application.classPath().entries()) {
      code.add(blobs.store(path));
    }
    Registered registered = addEntry(entry(application, code));
    sweepBlobs();
    return registered;
  }

  private Registered addEntry(RegistryEntry entry) throws IOException {
    Optional<RegistryEntry> present = entries.find(entry.name(), entry.version());
    if (present.isPresent()) {
      return alreadyThere(present.get(), entry);
    }
    blobs.publish(EntryText.write(entry).getBytes(StandardCharsets.UTF_8), entries.file(entry));
    return new Registered(entry, true);
  }

  /** What is checked is the copy, so that a jar that changes meanwhile cannot slip through. */
  private RegistryEntry entry(Application application, List<CodeFile> code) {
    SortedMap<String, String> workflows = new TreeMap<>();
    try (PathCode copy = PathCode.open(new ClassPath(code.stream().map(blobs::path).toList()))) {
      check(application, copy);
      copy.workflows().forEach(id -> workflows.put(id, copy.spec(id).orElseThrow().getVersion()));
    }
    Path first = application.classPath().entries().get(0);
    String digest = Digest.of(code.stream().map(CodeFile::digest).toList());
    return new RegistryEntry(
        application.name().orElseGet(() -> CodeNames.checked("name", CodeNames.name(first))),
        application
            .version()
            .orElseGet(() -> CodeNames.checked("version", CodeNames.version(first, digest))),
        clock.instant(),
        code,
        workflows);
  }

  private static void check(Application application, PathCode copy) {
    if (copy.workflows().isEmpty()) {
      throw new RegistryException(
          "There is no workflow in "
              + application.classPath()
              + ". If its sources have some: "
              + Remedy.PROCESSOR.advice());
    }
    List<LinkProblem> problems = LinkCheck.of(copy, copy.workflows());
    if (!problems.isEmpty()) {
      throw new RegistryException(
          "Nothing was registered: the code does not fit together (%d problem%s).\n%s"
              .formatted(
                  problems.size(), problems.size() == 1 ? "" : "s", Doctor.report(problems)));
    }
  }

  private static Registered alreadyThere(RegistryEntry present, RegistryEntry wanted) {
    if (present.codeDigest().equals(wanted.codeDigest())) {
      return new Registered(present, false);
    }
    throw new RegistryException(
        """
        %s is registered already, with other content (registered %s, code %.12s; now given: code %.12s).
        What runs under a version never changes: give another version (--version).\
        """
            .formatted(
                present.label(), present.registered(), present.codeDigest(), wanted.codeDigest()));
  }

  private Path verified(RegistryEntry entry, CodeFile file) {
    try {
      if (blobs.isSound(file)) {
        return blobs.path(file);
      }
    } catch (IOException e) {
      throw new RegistryException(
          "The registry " + root + " cannot be read: " + Reason.of(e) + ".", e);
    }
    throw new RegistryException(
        """
        The code of %s is damaged: %s must be %s (%d bytes, SHA-256 %s), and is not.
        To repair it, register the same file again: jacquard register %s --name %s --version %s\
        """
            .formatted(
                entry.label(),
                blobs.path(file),
                file.name(),
                file.size(),
                file.digest(),
                file.name(),
                entry.name(),
                entry.version()));
  }

  /** An entry that cannot be read may name any blob, so then all are kept. */
  private void sweepBlobs() throws IOException {
    Optional<Set<String>> used = entries.digestsInUse();
    if (used.isPresent()) {
      blobs.sweep(used.get());
    }
  }
}
