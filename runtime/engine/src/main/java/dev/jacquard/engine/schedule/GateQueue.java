package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.Grant;
import org.jspecify.annotations.Nullable;

/** The ready calls of one share that wait for a replica of one pool. */
final class GateQueue implements GateSource {

  private final Share share;
  private final ReadyQueue calls = new ReadyQueue();

  GateQueue(Share share) {
    this.share = share;
  }

  void add(CallRun call, long lot) {
    calls.add(call, lot);
    share.waitsAtGate(1);
  }

  @Override
  public Share share() {
    return share;
  }

  @Override
  public int waiting() {
    share.waitsAtGate(-calls.dropUnwanted());
    return calls.size();
  }

  @Override
  public @Nullable Batch take(Grant grant) {
    CallRun call = next();
    return call == null ? null : call.dispatch(grant.replica());
  }

  private @Nullable CallRun next() {
    if (waiting() == 0) {
      return null;
    }
    share.waitsAtGate(-1);
    return calls.next();
  }

  @Override
  public void refuse(Throwable cause) {
    for (CallRun call = next(); call != null; call = next()) {
      call.refuse(cause);
    }
  }
}
