package dev.jacquard.worker.process;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.transfer.PacedSender;
import dev.jacquard.worker.v1.FromWorker;
import io.grpc.stub.CallStreamObserver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way to the gateway, as long as it is open. Thread-safe. */
final class Outbox {

  private volatile @Nullable PacedSender<FromWorker> sender;

  void open(CallStreamObserver<FromWorker> to) {
    sender = new PacedSender<>(to, chunk -> FromWorker.newBuilder().setChunk(chunk).build());
  }

  void send(FromWorker message) {
    PacedSender<FromWorker> to = sender;
    if (to != null) {
      if (message.hasHeartbeat()) {
        to.sendAhead(message);
      } else {
        to.send(message);
      }
    }
  }

  /** As {@link Link#awaitRoom}, by a clock. */
  long awaitRoom(EngineClock clock) {
    PacedSender<FromWorker> to = sender;
    if (to == null || !to.isCrowded()) {
      return 0;
    }
    long from = clock.nanos();
    try {
      to.awaitRoom();
    } catch (InterruptedException e) {
      // The batch of this thread is not wanted any more; it sees that next, and leaves no trace.
    }
    return clock.nanos() - from;
  }

  /** Waits until all has been sent, or nothing more is, but no longer than a time. */
  void awaitSent(Duration atMost) throws InterruptedException {
    PacedSender<FromWorker> to = sender;
    if (to != null) {
      to.awaitSent(atMost);
    }
  }

  /** Ends the stream when all has been sent. */
  void close() {
    PacedSender<FromWorker> to = sender;
    if (to != null) {
      to.close();
    }
  }

  /** Nothing more is sent. */
  void cut() {
    PacedSender<FromWorker> to = sender;
    if (to != null) {
      to.cut();
    }
  }
}
