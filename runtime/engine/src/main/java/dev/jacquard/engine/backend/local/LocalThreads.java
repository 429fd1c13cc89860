package dev.jacquard.engine.backend.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that come as they are needed and go when they have been idle for a while. Thread-safe.
 *
 * <p>The one that became idle last is used first: its caches are warm, and the others get the
 * chance to go.
 */
@SuppressWarnings("ReferenceEquality") // threads are told by identity
final class LocalThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalThreads.class);
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();
  private static final long KEEP_IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Duration grace;
  private final VirtualThreads virtual = VirtualThreads.ofThisJdk();
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Thread> threads = new HashSet<>();
  private volatile Consumer<Throwable> onBreakdown =
      bug -> LOG.error("A job must handle what it meets; it has met this.", bug);
  private int made;
  private boolean closed;

  LocalThreads(Duration grace) {
    this.grace = grace;
  }

  /** Sets who is told that a job has not ended as it should: what it was to tell is not told. */
  void onBreakdown(Consumer<Throwable> listener) {
    onBreakdown = listener;
  }

  /** Says that the calling thread, if it is one of these, will take the next job itself. */
  void acceptNext() {
    Worker worker = here();
    if (worker != null) {
      worker.accepting = true;
    }
  }

  private @Nullable Worker here() {
    Worker worker = CURRENT.get();
    return worker != null && worker.isOf(this) ? worker : null;
  }

  void execute(Runnable job, boolean wide) {
    Worker here = here();
    if (here != null && here.accepting && here.next == null) {
      here.next = job;
      return;
    }
    Worker worker;
    synchronized (this) {
      worker = wide && virtual.supported() ? null : idle.pollFirst();
      if (worker == null) {
        start(job, wide && virtual.supported());
        return;
      }
    }
    worker.next = job;
    LockSupport.unpark(worker.thread);
  }

  private void start(Runnable job, boolean light) {
    Worker worker = new Worker(light);
    worker.next = job;
    String name = "jacquard-" + ++made;
    Thread thread =
        light ? virtual.unstarted(name, worker) : new Thread(null, worker, name, 0, false);
    if (!light) {
      thread.setDaemon(true);
    }
    worker.thread = thread;
    threads.add(thread);
    thread.start();
  }

  private synchronized boolean becomeIdle(Worker worker) {
    if (closed || worker.light) {
      return false;
    }
    idle.addFirst(worker);
    return true;
  }

  private synchronized boolean leaveIdle(Worker worker) {
    return idle.remove(worker);
  }

  private synchronized void gone(Thread thread) {
    threads.remove(thread);
  }

  @Override
  public void close() {
    List<Thread> left;
    synchronized (this) {
      closed = true;
      left = new ArrayList<>(threads);
      idle.forEach(worker -> LockSupport.unpark(worker.thread));
    }
    long end = System.nanoTime() + grace.toNanos();
    try {
      for (Thread thread : left) {
        if (thread != Thread.currentThread()) {
          thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private final class Worker implements Runnable {

    private final boolean light;
    private volatile @Nullable Runnable next;
    private volatile @Nullable Thread thread;
    // Read and written by its own thread alone.
    private boolean accepting;

    Worker(boolean light) {
      this.light = light;
    }

    boolean isOf(LocalThreads threads) {
      return LocalThreads.this == threads;
    }

    @Override
    public void run() {
      CURRENT.set(this);
      try {
        boolean more = true;
        while (more) {
          more = runNext();
        }
      } catch (Throwable bug) {
        onBreakdown.accept(bug);
      } finally {
        gone(Thread.currentThread());
      }
    }

    // A method of its own, so that no frame of a thread that waits keeps the last job and all that
    // hangs on it.
    private boolean runNext() {
      Runnable job = await();
      if (job == null) {
        return false;
      }
      next = null;
      job.run();
      accepting = false;
      return true;
    }

    /** The next job; null when there is none for a while. */
    private @Nullable Runnable await() {
      if (next != null || !becomeIdle(this)) {
        return next;
      }
      long end = System.nanoTime() + KEEP_IDLE_NANOS;
      while (next == null) {
        long left = end - System.nanoTime();
        if ((left <= 0 || isClosed()) && leaveIdle(this)) {
          return null;
        }
        LockSupport.parkNanos(this, Math.max(left, 1));
      }
      return next;
    }
  }
}
