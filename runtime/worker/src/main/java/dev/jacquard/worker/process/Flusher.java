package dev.jacquard.worker.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends results that have waited for a millisecond for others to go with. Looks about once a
 * millisecond while there are batches, and for a while after: waking it would cost more.
 */
final class Flusher implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
  private static final long PAUSE_NANOS = 1_000_000;
  private static final int LINGER = 50;

  private final Set<AssignedBatch> batches = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  Flusher() {
    thread = new Thread(this, "jacquard-flusher");
    thread.setDaemon(true);
    thread.start();
  }

  void add(AssignedBatch batch) {
    batches.add(batch);
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  void remove(AssignedBatch batch) {
    batches.remove(batch);
  }

  @Override
  public void run() {
    int quiet = 0;
    while (!closed) {
      if (quiet < LINGER) {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      } else {
        asleep = true;
        if (batches.isEmpty() && !closed) {
          LockSupport.park(this);
        }
        asleep = false;
      }
      quiet = batches.isEmpty() ? quiet + 1 : 0;
      batches.forEach(Flusher::flush);
    }
  }

  private static void flush(AssignedBatch batch) {
    try {
      batch.flush();
    } catch (OutOfMemoryError e) {
      LOG.debug("There is no room to send results; whoever makes them tries it again.");
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
