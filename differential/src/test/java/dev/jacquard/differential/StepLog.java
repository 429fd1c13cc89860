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

  /** One step that ran; the key is a constant outside a runtime. */
  public record Entry(int tag, String key) {}

  private static final List<Entry> ENTRIES = Collections.synchronizedList(new ArrayList<>());

  private StepLog() {}

  /** Records that the step with this tag runs now. */
  public static void record(int tag) {
    ENTRIES.add(new Entry(tag, TaskContext.current().idempotencyKey()));
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
