package dev.jacquard.worker.offload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one runtime within a store of blobs, {@code offloaded/NAME}. Whoever looks can tell
 * whether the runtime is still there: it holds a lock on {@code offloaded/NAME.lock}, which the
 * system takes from a process that dies.
 */
public final class OffloadFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OffloadFolder.class);
  private static final String LOCK = ".lock";

  // To open and close a file whose lock this process holds would let go of the lock.
  private static final String THIS_PROCESS = UUID.randomUUID().toString();
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private final Path path;
  private final FileChannel channel;

  private OffloadFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes a folder in a store, and removes those of runtimes that have died.
   *
   * @throws IOException if that is not possible
   */
  public static OffloadFolder in(Path store) throws IOException {
    sweep(store, false);
    Path all = Files.createDirectories(store.resolve("offloaded"));
    while (true) {
      Path path = all.resolve(THIS_PROCESS + "-" + FOLDERS.incrementAndGet());
      FileChannel channel = locked(lockOf(path), StandardOpenOption.CREATE_NEW);
      // Between its making and its locking it looks like one that was left behind.
      if (channel != null && Files.exists(lockOf(path))) {
        Files.createDirectories(path);
        return new OffloadFolder(path, channel);
      }
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (channel) {
      delete(path);
      Files.deleteIfExists(lockOf(path));
    } catch (IOException e) {
      LOG.warn("What was offloaded to {} is left behind; jacquard clean removes it.", path, e);
    }
  }

  /**
   * What was left behind by runtimes that have died.
   *
   * @param values how many files
   * @param bytes their size together
   */
  public record Swept(int values, long bytes) {

    private Swept plus(Swept other) {
      return new Swept(values + other.values, bytes + other.bytes);
    }
  }

  /**
   * Removes from a store what was left behind.
   *
   * @param pretend only count
   */
  public static Swept sweep(Path store, boolean pretend) throws IOException {
    Path all = store.resolve("offloaded");
    Swept swept = new Swept(0, 0);
    for (Path file : list(all)) {
      String name = file.getFileName().toString();
      if (name.endsWith(LOCK) && !name.startsWith(THIS_PROCESS)) {
        Path path = all.resolve(name.substring(0, name.length() - LOCK.length()));
        swept = swept.plus(sweepOne(path, pretend));
      }
    }
    return swept;
  }

  /** Removes the folder of a runtime, if that has died. */
  public static void sweepOne(Path path) throws IOException {
    sweepOne(path, false);
  }

  private static Swept sweepOne(Path path, boolean pretend) throws IOException {
    try (FileChannel channel = locked(lockOf(path), StandardOpenOption.WRITE)) {
      if (channel == null) {
        return new Swept(0, 0);
      }
      if (pretend) {
        return count(path);
      }
      Swept swept = delete(path);
      Files.deleteIfExists(lockOf(path));
      return swept;
    } catch (NoSuchFileException | DirectoryNotEmptyException e) {
      return new Swept(0, 0); // another process is about it
    }
  }

  private static Path lockOf(Path path) {
    return path.resolveSibling(path.getFileName() + LOCK);
  }

  /** Opens a file and locks it; null: another process has done so. */
  private static @Nullable FileChannel locked(Path file, StandardOpenOption how)
      throws IOException {
    FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? null : channel;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  /** Deletes a folder with what is in it, if it is there. */
  static Swept delete(Path folder) throws IOException {
    Deletion deletion = new Deletion();
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, deletion);
    }
    return deletion.swept;
  }

  private static Swept count(Path folder) throws IOException {
    Swept found = new Swept(0, 0);
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          found = found.plus(new Swept(1, Files.size(file)));
        }
      }
    }
    return found;
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** What others delete at the same time is passed over. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    private Swept swept = new Swept(0, 0);

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      if (Files.deleteIfExists(file)) {
        swept = swept.plus(new Swept(1, facts.size()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
