package dev.jacquard.server.service;

import dev.jacquard.server.v1.Standing;
import dev.jacquard.server.v1.Update;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of an execution as fast as the stream takes it. Of how it stands the latest
 * alone is told; of events the oldest are dropped when too many wait. Thread-safe.
 */
final class Watcher {

  private final ServerCallStreamObserver<Update> out;
  private final Deque<Update> waiting = new ArrayDeque<>();
  private @Nullable Update standing;
  private boolean over;

  /** Makes one, in the method that is handed the stream. */
  Watcher(ServerCallStreamObserver<Update> out) {
    this.out = out;
  }

  synchronized void tell(Update update) {
    waiting.addLast(update);
    if (waiting.size() > HostedExecution.MOST_UPDATES) {
      waiting.removeFirst();
    }
    proceed();
  }

  synchronized void show(Standing now) {
    standing = Update.newBuilder().setStanding(now).build();
    proceed();
  }

  /** The connection is gone. */
  synchronized void leave() {
    over = true;
    waiting.clear();
  }

  /** Says that nothing more will be told, since the engine ends. */
  synchronized void abandon() {
    if (!over) {
      leave();
      out.onError(
          Status.ABORTED.withDescription("The engine was told to end.").asRuntimeException());
    }
  }

  /** Sends what the stream takes now. */
  synchronized void proceed() {
    while (!over && out.isReady()) {
      Update next = next();
      if (next == null) {
        return;
      }
      out.onNext(next);
      if (next.hasEnded()) {
        leave();
        out.onCompleted();
      }
    }
  }

  private @Nullable Update next() {
    Update latest = standing;
    if (latest != null) {
      standing = null;
      return latest;
    }
    return waiting.pollFirst();
  }
}
