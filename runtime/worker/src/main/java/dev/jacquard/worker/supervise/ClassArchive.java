package dev.jacquard.worker.supervise;

import dev.jacquard.worker.wire.CodeDigest;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class-data archive of workers with one class path on one JVM: with it, their classes come
 * parsed and verified. While there is none, the first worker lists the classes that it loads; when
 * the workers have ended, a process of low priority makes an archive of the list, for next time.
 * Nothing here ever fails: without an archive, workers start as they would.
 */
final class ClassArchive {

  /** Never any. */
  static final ClassArchive NONE = new ClassArchive(null, Path.of(""), "");

  private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final int LOGS_ARCHIVES_AS_AOT = 25;

  private final @Nullable ArchiveFolder folder;
  private final Path archive;
  private final String classPath;
  private final AtomicReference<@Nullable Path> list = new AtomicReference<>();

  private ClassArchive(@Nullable ArchiveFolder folder, Path archive, String classPath) {
    this.folder = folder;
    this.archive = archive;
    this.classPath = classPath;
  }

  /** Returns the archive of this user's workers that have this process's class path. */
  static ClassArchive ofUser() {
    String archived = archivedPart(System.getProperty("java.class.path", ""));
    Path home = Path.of(System.getProperty("user.home", ""));
    Optional<ArchiveFolder> folder = ArchiveFolder.ofUser(System.getenv(), home);
    if (archived.isEmpty() || folder.isEmpty()) {
      return NONE;
    }
    return new ClassArchive(folder.get(), folder.get().archive(name(archived)), archived);
  }

  /** A JVM archives nothing of a directory, and nothing that comes after one. */
  static String archivedPart(String classPath) {
    List<String> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!Files.isRegularFile(Path.of(entry))) {
        break;
      }
      jars.add(entry);
    }
    return String.join(File.pathSeparator, jars);
  }

  /** Another JVM, or other jars, have an archive of another name. */
  private static String name(String classPath) {
    StringBuilder text = new StringBuilder();
    for (String property : List.of("java.home", "java.vm.name", "java.vm.version", "os.arch")) {
      text.append(System.getProperty(property)).append('\n');
    }
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      File jar = new File(entry);
      text.append(jar.getAbsolutePath()).append('\n');
      text.append(jar.length()).append(' ').append(jar.lastModified()).append('\n');
    }
    return CodeDigest.of(text.toString()).substring(0, 32);
  }

  /** Returns the options of a worker that is about to start. */
  List<String> options() {
    if (folder == null) {
      return List.of();
    }
    if (Files.isRegularFile(archive)) {
      ArchiveFolder.touch(archive);
      return use();
    }
    try {
      Path loaded = folder.temporary(".classes");
      if (list.compareAndSet(null, loaded)) {
        return List.of("-XX:DumpLoadedClassList=" + loaded);
      }
      Files.delete(loaded);
    } catch (IOException e) {
      LOG.debug("No archive of the workers' classes can be made.", e);
    }
    return List.of();
  }

  /** A damaged archive, or one that does not fit, is passed over without a word. */
  private List<String> use() {
    List<String> options = new ArrayList<>();
    options.add("-XX:SharedArchiveFile=" + archive);
    options.add("-XX:+VerifySharedSpaces");
    options.add("-Xlog:cds*=off");
    if (Runtime.version().feature() >= LOGS_ARCHIVES_AS_AOT) {
      options.add("-Xlog:aot*=off");
    }
    return options;
  }

  /** Has the archive made by a process that this one does not wait for; the workers have ended. */
  void makeLater() {
    Path loaded = list.getAndSet(null);
    if (loaded == null) {
      return;
    }
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      words.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    words.addAll(List.of(WorkerCommand.java(), "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx64m"));
    words.add(ArchiveMaker.class.getName());
    words.addAll(List.of(loaded.toString(), archive.toString()));
    ProcessBuilder maker = new ProcessBuilder(words);
    maker.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    Map<String, String> environment = maker.environment();
    environment.put("CLASSPATH", classPath);
    environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    try {
      maker.start();
    } catch (IOException e) {
      LOG.debug("The archive of the workers' classes cannot be made.", e);
    }
  }
}
