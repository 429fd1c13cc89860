package dev.jacquard.worker.wire;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.CallKey;
import dev.jacquard.worker.v1.Column;
import dev.jacquard.worker.v1.Site;
import dev.jacquard.worker.v1.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Writes some elements of a batch, so that a worker can carry them out.
 *
 * <p>What the elements share is what {@link dev.jacquard.engine.backend.Elements#begin} puts into a
 * row; what they bring along becomes a column each.
 */
public final class AssignmentWriter {

  private static final Object ABSENT = new Object();

  /** So much goes in an assignment, or one element; the rest waits for the next. */
  private static final long MOST_BYTES = 64 << 20;

  private final Batch batch;
  private final Chain chain;
  private final OffloadTarget target;
  private final @Nullable Object[] row;
  private final List<Integer> shared = new ArrayList<>();
  private final List<Integer> varying = new ArrayList<>();
  private int to;
  private @Nullable ElementFailure unfit;

  /**
   * Begins to write elements of a batch.
   *
   * @param target where values go that are too long
   */
  @SuppressWarnings("ReferenceEquality") // of a stand-in, which is told by identity
  public AssignmentWriter(Batch batch, OffloadTarget target) {
    this.target = target;
    this.batch = batch;
    this.chain = batch.chain();
    this.row = new @Nullable Object[chain.width()];
    Arrays.fill(row, ABSENT);
    batch.elements().begin(row);
    for (int slot : ChainColumns.needed(chain, batch.start().stage())) {
      (row[slot] == ABSENT ? varying : shared).add(slot);
    }
  }

  /** Whether there is something that all elements of the batch share. */
  public boolean hasShared() {
    return !shared.isEmpty();
  }

  /**
   * Writes what all elements share.
   *
   * @param to where values go that are too long
   */
  public List<Slot> shared(OffloadTarget to) {
    return ChainColumns.write(chain, row, shared, to);
  }

  /**
   * Writes elements, as far as they can be written: up to {@link #to}.
   *
   * @param now the time, for what is left until the deadline
   */
  public void write(Assign.Builder assign, int from, int end, long now) {
    to = from + LengthEstimate.fitting(end - from, MOST_BYTES, i -> length(from + i));
    List<Column> columns = columns(from);
    if (unfit != null && to > from) {
      columns = columns(from);
    }
    Start start = batch.start();
    assign
        .setFrom(from)
        .setTo(to)
        .addAllColumns(columns)
        .setSite(site(from))
        .setStage(start.stage())
        .setAttempt(start.attempt())
        .setWide(batch.wide());
    if (start.deadlineAtNanos() != Long.MAX_VALUE) {
      assign.setLeftNanos(start.deadlineAtNanos() - now);
    }
  }

  /** Where the elements end that were written. */
  public int to() {
    return to;
  }

  /** Why the element there cannot be written; null if all were. */
  public @Nullable ElementFailure unfit() {
    return unfit;
  }

  /** Says that no element can be written. */
  public void refuse(int from, Throwable cause) {
    refuse(from, load(from).clone(), cause);
  }

  private long length(int index) {
    batch.elements().load(index, row);
    long bytes = 1;
    for (int slot : varying) {
      try {
        bytes += ChainColumns.type(chain, slot).encode(row[slot]).length;
      } catch (RuntimeException e) {
        return bytes; // it will be found unfit
      }
    }
    return bytes;
  }

  private List<Column> columns(int from) {
    List<List<? extends @Nullable Object>> values = values(from);
    List<Column> columns = new ArrayList<>(varying.size());
    for (int c = 0; c < values.size(); c++) {
      int slot = varying.get(c);
      try {
        columns.add(ChainColumns.write(chain, slot, values.get(c), target));
      } catch (RuntimeException e) {
        findUnfit(from, slot, values.get(c), e);
        return List.of();
      }
    }
    return columns;
  }

  /** The values of each slot that differ between the elements. */
  private List<List<? extends @Nullable Object>> values(int from) {
    List<List<? extends @Nullable Object>> values = new ArrayList<>(varying.size());
    for (int slot : varying) {
      List<? extends @Nullable Object> column = batch.elements().column(slot, from, to);
      values.add(column == null ? loaded(slot, from) : column);
    }
    return values;
  }

  private List<@Nullable Object> loaded(int slot, int from) {
    @Nullable Object[] values = new @Nullable Object[to - from];
    for (int i = from; i < to; i++) {
      batch.elements().load(i, row);
      values[i - from] = row[slot];
    }
    return Arrays.asList(values);
  }

  private void findUnfit(
      int from, int slot, List<? extends @Nullable Object> values, RuntimeException whole) {
    for (int i = 0; i < values.size(); i++) {
      try {
        ChainColumns.write(
            chain, slot, Collections.singletonList(values.get(i)), OffloadTarget.NONE);
      } catch (RuntimeException e) {
        refuse(from + i, load(from + i).clone(), e);
        return;
      }
    }
    refuse(from, load(from).clone(), whole);
  }

  private @Nullable Object[] load(int index) {
    batch.elements().load(index, row);
    return row;
  }

  private void refuse(int index, @Nullable Object[] at, Throwable cause) {
    to = index;
    unfit =
        new ElementFailure(
            index,
            batch.start().stage(),
            at,
            FatalCallException.ofGiven(cause),
            FailureKind.FATAL,
            batch.start().deadlineAtNanos());
  }

  private Site site(int from) {
    CallSite calls = batch.site();
    Site.Builder site = Site.newBuilder().setExecution(calls.executionId());
    OptionalInt element = calls.elementIndex(from);
    element.ifPresent(site::setElement);
    List<ChainStage> stages = chain.stages();
    for (int i = 0; i < stages.size(); i++) {
      boolean asked = i >= batch.start().stage() && stages.get(i) instanceof ChainStage.Call;
      site.addKeys(asked ? key(calls.callKey(from, i), from) : CallKey.getDefaultInstance());
    }
    return site.build();
  }

  /** Of several elements the key ends with the number of the element. */
  private CallKey key(String text, int from) {
    String end = from + "]";
    if (to - from <= 1 || !text.endsWith(end)) {
      return CallKey.newBuilder().setBefore(text).build();
    }
    String before = text.substring(0, text.length() - end.length());
    return CallKey.newBuilder().setBefore(before).setAfter("]").build();
  }
}
