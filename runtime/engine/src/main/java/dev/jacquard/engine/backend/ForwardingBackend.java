package dev.jacquard.engine.backend;

import dev.jacquard.engine.pool.Replica;
import java.util.function.Consumer;

/** Has another backend carry out calls, and adds what has to be opened and closed beside it. */
public abstract class ForwardingBackend implements Backend {

  private final Backend calls;

  /**
   * Forwards.
   *
   * @param calls carries them out
   */
  protected ForwardingBackend(Backend calls) {
    this.calls = calls;
  }

  @Override
  public final int slots() {
    return calls.slots();
  }

  @Override
  public final void onBreakdown(Consumer<Throwable> listener) {
    calls.onBreakdown(listener);
  }

  @Override
  public final void submit(Batch batch) {
    calls.submit(batch);
  }

  @Override
  public final void cancel(Batch batch) {
    calls.cancel(batch);
  }

  @Override
  public final void takeBack(Batch batch) {
    calls.takeBack(batch);
  }

  @Override
  public final void create(Replica replica, ReplicaListener listener) {
    calls.create(replica, listener);
  }

  @Override
  public final void retire(Replica replica, ReplicaListener listener) {
    calls.retire(replica, listener);
  }

  @Override
  public void close() {
    calls.close();
  }
}
