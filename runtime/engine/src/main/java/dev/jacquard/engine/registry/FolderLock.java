package dev.jacquard.engine.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One writer at a time, among all processes; the system lets go of the lock when its process dies.
 */
final class FolderLock {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private FolderLock() {}

  /** What is done by one at a time. */
  interface Work<R> {
    R run() throws IOException;
  }

  /** Waits until nobody else holds the lock of a file, then works. */
  static <R> R holding(Path file, Work<R> work) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = lock(channel);
      try {
        return work.run();
      } finally {
        lock.release();
      }
    }
  }

  /**
   * The system's lock is one process's, so another thread of this one is told instead of made to
   * wait.
   */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
