package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.LengthEstimate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The results of an assignment that have not been sent. One thread adds to them, in ascending
 * order; those before {@link #stored} may be taken by others, one at a time.
 */
final class UnsentResults {

  /** So many go in a message at most. */
  private static final int MOST_RESULTS = 2048;

  /** So many go in a message without a look at how long they are. */
  private static final int FEW_RESULTS = 16;

  /** So long a message may get. */
  private static final long MOST_BYTES = 1 << 20;

  private final int from;
  private final ToLongFunction<@Nullable Object> length;
  private final @Nullable Object[] results;
  private volatile int stored;
  private volatile int most = FEW_RESULTS;
  private int reported;
  private int aloneTo;
  // The adding thread's own.
  private int added;
  private boolean looked;

  /**
   * There is none yet of the elements from one to another.
   *
   * @param length how many bytes one takes
   */
  UnsentResults(int from, int to, ToLongFunction<@Nullable Object> length) {
    this.from = from;
    this.length = length;
    this.stored = from;
    this.reported = from;
    this.aloneTo = from;
    this.results = new @Nullable Object[to - from];
  }

  /** Adds one; returns whether it is time to send them, lest they become too many. */
  boolean add(int element, @Nullable Object result) {
    results[element - from] = result;
    stored = element + 1;
    added++;
    if (added >= most && !looked) {
      looked = true;
      most = Math.max(most, fitting(length.applyAsLong(result)));
    }
    if (added < most) {
      return false;
    }
    added = 0;
    return true;
  }

  /** The element whose result comes next. */
  int stored() {
    return stored;
  }

  /** The element whose result is sent next. */
  int reported() {
    return reported;
  }

  /** Returns what goes in the next message, of those before an element. */
  List<@Nullable Object> next(int end) {
    int first = reported - from;
    int count = Math.min(end - reported, reported < aloneTo ? 1 : most);
    if (count > FEW_RESULTS) {
      count =
          LengthEstimate.fitting(count, MOST_BYTES, i -> length.applyAsLong(results[first + i]));
    }
    return Arrays.asList(results).subList(first, first + count);
  }

  private static int fitting(long bytesEach) {
    return (int) Math.max(1, Math.min(MOST_RESULTS, MOST_BYTES / Math.max(1, bytesEach)));
  }

  /**
   * Lets go of some.
   *
   * @param sent what {@link #next} has returned, or the first of it
   * @param as what they were written as
   */
  void sent(List<@Nullable Object> sent, Results as) {
    int count = sent.size();
    if (count > 0) {
      long bytes = as.getValues().size();
      for (Offloaded apart : as.getOffloadedList()) {
        bytes += apart.getBlob().getSize();
      }
      most = fitting(bytes / count);
    }
    Collections.fill(sent, null);
    reported += count;
  }

  /** There was no room to send several at once of those before an element. */
  void oneByOne(int end) {
    aloneTo = end;
  }

  /** There is no result of an element, the next to be sent: it has failed. */
  void failed(int element) {
    reported = element + 1;
    if (stored < reported) { // else it is the adding thread's
      stored = reported;
    }
  }
}
