package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/** The way to the gateway, as long as it is open. Thread-safe. */
final class Outbox {

  private @Nullable StreamObserver<FromWorker> stream;

  synchronized void open(StreamObserver<FromWorker> to) {
    stream = to;
  }

  synchronized void send(FromWorker message) {
    StreamObserver<FromWorker> to = stream;
    if (to == null) {
      return;
    }
    try {
      if (!Chunks.split(
          message, chunk -> to.onNext(FromWorker.newBuilder().setChunk(chunk).build()))) {
        to.onNext(message);
      }
    } catch (IllegalStateException e) {
      stream = null; // broken at this moment; whoever reads it hears of that
    }
  }

  synchronized void close() {
    StreamObserver<FromWorker> to = stream;
    stream = null;
    if (to != null) {
      to.onCompleted();
    }
  }

  /** Nothing more is sent. */
  synchronized void cut() {
    stream = null;
  }
}
