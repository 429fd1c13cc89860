package dev.jacquard.differential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.TaskContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the library's steps record that they ran: by their tag in the source and the call's
 * idempotency key. In a worker process that is the file named by the property {@value #FILE}; and
 * where the property {@value #HALTS} says <i>n</i>, about each <i>n</i>th step ends its process
 * once, between its effect and its report.
 */
public final class StepLog {

  static final String FILE = "jacquard.differential.steps";
  static final String HALTS = "jacquard.differential.halts";

  /** One step that ran, and on what; the key is a constant outside a runtime. */
  public record Entry(int tag, int value, String key) {}

  private static final List<Entry> ENTRIES = Collections.synchronizedList(new ArrayList<>());

  private StepLog() {}

  /** Records that the step with this tag runs now, on this value. */
  public static void record(int tag, int value) {
    Entry entry = new Entry(tag, value, TaskContext.current().idempotencyKey());
    String file = System.getProperty(FILE);
    if (file == null) {
      ENTRIES.add(entry);
    } else {
      append(file, line(entry));
      haltOnce(file, entry);
    }
  }

  /** Takes what has been recorded in this process since the last time, in order. */
  public static List<Entry> take() {
    synchronized (ENTRIES) {
      List<Entry> taken = List.copyOf(ENTRIES);
      ENTRIES.clear();
      return taken;
    }
  }

  // One write, so that the lines of several processes stay whole; and of a stream, which an
  // interrupt does not close.
  private static void append(String file, String line) {
    try (FileOutputStream out = new FileOutputStream(file, true)) {
      out.write(line.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void haltOnce(String file, Entry entry) {
    int chosen = Integer.getInteger(HALTS, 0);
    // Without the execution's id, which is another each time.
    String step = entry.tag() + " " + entry.value() + entry.key().replaceFirst("^[^/]*", "");
    if (chosen > 0 && Math.floorMod(step.hashCode(), chosen) == 0 && isFirst(file, entry)) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static boolean isFirst(String file, Entry entry) {
    String name = entry.tag() + "-" + Integer.toHexString(entry.key().hashCode());
    try {
      Files.createFile(Path.of(file + "-" + name));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Entry entry) {
    return ProcessHandle.current().pid()
        + " "
        + entry.tag()
        + " "
        + entry.value()
        + " "
        + entry.key()
        + "\n";
  }
}
