package dev.jacquard.worker.supervise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker processes, each with a thread that reads what it prints and starts it again when it has
 * ended; after one that did not live long, a little later each time.
 */
final class WorkerProcesses implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcesses.class);
  private static final long LONG_LIFE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int NOT_STARTED = -1;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final String title;
  private final WorkerCommand command;
  private final Consumer<String> output;
  private final BiConsumer<String, String> exited;
  private final Set<Process> alive = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();
  private int workers;
  private volatile boolean closed;

  /**
   * Makes no process yet.
   *
   * @param title what its workers are called, before their number
   * @param output takes each line that a worker prints
   * @param exited hears the name of each instance that has ended, and what it printed last
   */
  WorkerProcesses(
      String title,
      WorkerCommand command,
      Consumer<String> output,
      BiConsumer<String, String> exited) {
    this.title = title;
    this.command = command;
    this.output = output;
    this.exited = exited;
  }

  /** Starts as many as are missing to so many. */
  synchronized void grow(int count) {
    while (workers < count) {
      String name = title + " " + ++workers;
      Thread thread = new Thread(() -> keepAlive(name), "jacquard-" + name.replace(' ', '-'));
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void keepAlive(String name) {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      while (!closed) {
        long since = System.nanoTime();
        boolean well = live(name) == 0 || System.nanoTime() - since > LONG_LIFE_NANOS;
        pause = well ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        if (!closed && !well) {
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets a process live; returns how it has ended. */
  private int live(String name) throws InterruptedException {
    String instance = ProcessHandle.current().pid() + "-" + title + "-" + started.incrementAndGet();
    Process process;
    try {
      process = command.process(instance).start();
    } catch (IOException e) {
      LOG.error("{} cannot be started; it is tried again.", name, e);
      exited.accept(instance, String.valueOf(e.getMessage()));
      return NOT_STARTED;
    }
    alive.add(process);
    String lastWords = "";
    try {
      if (closed) {
        process.destroyForcibly();
        process.onExit().join();
      }
      lastWords = read(name, process);
      int code = process.waitFor();
      if (!closed && code != 0) {
        LOG.warn("{} (pid {}) has ended with {}; it is started again.", name, process.pid(), code);
      }
      return code;
    } finally {
      alive.remove(process);
      exited.accept(instance, lastWords);
    }
  }

  private String read(String name, Process process) {
    String last = "";
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), nativeCharset()))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.accept("[" + name + "] " + line);
        last = line;
      }
    } catch (IOException e) {
      LOG.debug("The output of {} has ended.", name, e);
    }
    return last;
  }

  private static Charset nativeCharset() {
    String name = System.getProperty("native.encoding", "");
    return Charset.isSupported(name.isEmpty() ? "?" : name) ? Charset.forName(name) : UTF_8;
  }

  /** Starts none again. */
  void closing() {
    closed = true;
  }

  /** Lets the processes end by themselves for a while, then ends them. */
  @Override
  public void close() {
    closed = true;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    try {
      for (Process process : alive) {
        if (!process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          process.destroyForcibly();
        }
      }
      for (Process process : alive) {
        process.waitFor(1, TimeUnit.SECONDS);
      }
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join(1000);
      }
    } catch (InterruptedException e) {
      alive.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
