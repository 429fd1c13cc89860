package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
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

  /** So long a message may get, if those between are as long as the first and the last. */
  private static final long MOST_BYTES = 1 << 20;

  private final int from;
  private final @Nullable Object[] results;
  private volatile int stored;
  private volatile int most = FEW_RESULTS;
  private int reported;
  private int added;

  /** There is none yet of the elements from one to another. */
  UnsentResults(int from, int to) {
    this.from = from;
    this.stored = from;
    this.reported = from;
    this.results = new @Nullable Object[to - from];
  }

  /** Adds one; returns whether it is time to send them, lest they become too many. */
  boolean add(int element, @Nullable Object result) {
    results[element - from] = result;
    stored = element + 1;
    if (++added < most) {
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

  /**
   * Returns what goes in the next message.
   *
   * @param end of those before this element
   * @param length how many bytes one takes
   */
  List<@Nullable Object> next(int end, ToLongFunction<@Nullable Object> length) {
    int first = reported - from;
    int count = Math.min(end - reported, most);
    if (count > FEW_RESULTS) {
      long one = length.applyAsLong(results[first]);
      long other = length.applyAsLong(results[first + count - 1]);
      count = Math.min(count, fitting(Math.max(one, other)));
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

  /** There was no room to send several at once. */
  void oneByOne() {
    most = 1;
  }

  /** There is no result of an element: it has failed. */
  void failed(int element) {
    reported = element + 1;
    stored = Math.max(stored, reported);
  }
}
