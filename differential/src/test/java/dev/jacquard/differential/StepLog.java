package dev.jacquard.differential;

import dev.jacquard.TaskContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the library's steps record that they ran: by their tag in the source and the call's
 * idempotency key.
 */
public final class StepLog {

  /** One step that ran, and on what; the key is a constant outside a runtime. */
  public record Entry(int tag, int value, String key) {}

  private static final List<Entry> ENTRIES = Collections.synchronizedList(new ArrayList<>());

  private StepLog() {}

  /** Records that the step with this tag runs now, on this value. */
  public static void record(int tag, int value) {
    ENTRIES.add(new Entry(tag, value, TaskContext.current().idempotencyKey()));
  }

  /** Takes what has been recorded since the last time, in order. */
  public static List<Entry> take() {
    synchronized (ENTRIES) {
      List<Entry> taken = List.copyOf(ENTRIES);
      ENTRIES.clear();
      return taken;
    }
  }
}
