package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The batches of a map that are at the backend, and what is known of them. */
final class OpenBatches {

  private static final class AtBackend {
    int failures;
    int lastFailed = -1;
    boolean asked;
    final long openedAt;

    AtBackend(long openedAt) {
      this.openedAt = openedAt;
    }
  }

  /**
   * A batch that has ended.
   *
   * @param done how many of the elements that it has claimed have a result
   * @param openedAt when it was handed out
   */
  record Closed(int done, long openedAt) {}

  private final Map<Batch, AtBackend> batches = new LinkedHashMap<>();
  private int unanswered;

  void add(Batch batch, long now) {
    batches.put(batch, new AtBackend(now));
  }

  List<Batch> all() {
    return List.copyOf(batches.keySet());
  }

  /** Whether none is at the backend, nor an answer about one that was. */
  boolean isEmpty() {
    return batches.isEmpty() && unanswered == 0;
  }

  /**
   * The batch with the most that waits behind what it is at, of which half is to be asked back;
   * null if there is none that has not been asked.
   */
  @Nullable Batch askLongest() {
    Batch longest = null;
    for (Map.Entry<Batch, AtBackend> entry : batches.entrySet()) {
      Batch batch = entry.getKey();
      int left = batch.limit() - batch.next();
      if (left > kept(batch)
          && !entry.getValue().asked
          && (longest == null || left > longest.limit() - longest.next())) {
        longest = batch;
      }
    }
    AtBackend state = longest == null ? null : batches.get(longest);
    if (state != null) {
      state.asked = true;
      unanswered++;
    }
    return longest;
  }

  /** What a batch that has not begun keeps: nobody begins its only element earlier than it will. */
  private static int kept(Batch batch) {
    return batch.next() == batch.first() ? 1 : 0;
  }

  void answered(Batch batch) {
    AtBackend state = batches.get(batch);
    if (state != null) {
      state.asked = false;
    }
    unanswered--;
  }

  void failed(Batch batch, ElementFailure failure) {
    AtBackend state = batches.get(batch);
    if (state != null) {
      state.failures++;
      state.lastFailed = failure.index();
    }
  }

  /** A batch has ended. */
  Closed ended(Batch batch) {
    AtBackend state = batches.remove(batch);
    if (state == null) {
      throw new IllegalStateException("A batch must end once; found it ended.");
    }
    boolean failedLast = state.lastFailed == batch.next() - 1;
    boolean claimed = batch.next() > batch.first();
    int undone = state.failures + (claimed && batch.unwanted() && !failedLast ? 1 : 0);
    return new Closed(batch.next() - batch.first() - undone, state.openedAt);
  }
}
