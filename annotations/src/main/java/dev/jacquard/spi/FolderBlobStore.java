package dev.jacquard.spi;

import dev.jacquard.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blobs in a folder, each a file named by its digest. Its time of modification is when it was used
 * last, which is what {@link #clean} goes by.
 *
 * <p>Whatever process dies, what has a digest for its name is whole: bytes are written elsewhere,
 * forced to the disk, and moved into place.
 */
public final class FolderBlobStore implements BlobStore {

  /** The environment variable that names the user's folder. */
  public static final String VARIABLE = "JACQUARD_BLOBS";

  // What else is there belongs to others.
  private static final Pattern OWN = Pattern.compile("[0-9a-f]{2}|incoming");

  private final Path root;

  /**
   * Makes a store.
   *
   * @param root its folder, which is made when the first bytes come
   */
  public FolderBlobStore(Path root) {
    this.root = root;
  }

  /**
   * Returns the user's store: in {@code $JACQUARD_BLOBS}, else in {@code jacquard/blobs} of the
   * user's data folder.
   */
  public static FolderBlobStore ofUser() {
    Path home = Path.of(System.getProperty("user.home"));
    return new FolderBlobStore(DataFolder.of(System.getenv(), home, VARIABLE, "blobs"));
  }

  /** Its folder. */
  public Path root() {
    return root;
  }

  @Override
  public BlobRef put(InputStream bytes) throws IOException {
    Path incoming = Files.createDirectories(root.resolve("incoming"));
    Path temporary = Files.createTempFile(incoming, "blob", "");
    try {
      BlobRef blob = BlobDigest.copy(bytes, temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      keep(temporary, file(blob));
      return blob;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  // A cleaning at the same time moves a file away before it looks at its time: either it sees that
  // the file has just been used and moves it back, or the file is gone and is made again here.
  private void keep(Path temporary, Path file) throws IOException {
    if (!touch(file) || !Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean touch(Path file) throws IOException {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public InputStream open(BlobRef blob) throws IOException {
    Path file = file(blob);
    if (!touch(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "The bytes of a blob must be in the store where it is read; found none of "
              + blob
              + ". They were cleaned up, or were put into the store of another machine");
    }
    return Files.newInputStream(file);
  }

  private Path file(BlobRef blob) {
    return root.resolve(blob.digest().substring(0, 2)).resolve(blob.digest());
  }

  /**
   * What a cleaning has removed, or would.
   *
   * @param blobs how many
   * @param bytes their size together
   */
  public record Cleaned(int blobs, long bytes) {}

  /**
   * Removes what nobody has used for long.
   *
   * @param before what was used last before this goes, and so do traces of processes that died
   * @param pretend only count
   */
  public Cleaned clean(Instant before, boolean pretend) throws IOException {
    int blobs = 0;
    long bytes = 0;
    for (Path folder : list(root)) {
      for (Path file :
          OWN.matcher(folder.getFileName().toString()).matches() ? list(folder) : List.<Path>of()) {
        long size = sizeIfOld(file, before);
        if (size >= 0 && (pretend || remove(file, before))) {
          blobs++;
          bytes += size;
        }
      }
    }
    return new Cleaned(blobs, bytes);
  }

  private boolean remove(Path file, Instant before) throws IOException {
    Path aside = Files.createDirectories(root.resolve("incoming")).resolve(file.getFileName());
    if (aside.equals(file)) {
      return Files.deleteIfExists(file);
    }
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      if (sizeIfOld(aside, before) < 0) {
        Files.move(aside, file);
        return false;
      }
      return Files.deleteIfExists(aside);
    } catch (NoSuchFileException e) {
      return false; // another cleaning was here
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(aside); // it was made again meanwhile
      return false;
    }
  }

  /** Its size if it was used last before then; negative if it was used since, or is gone. */
  private static long sizeIfOld(Path file, Instant before) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return facts.lastModifiedTime().toInstant().isBefore(before) ? facts.size() : -1;
    } catch (NoSuchFileException e) {
      return -1;
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
