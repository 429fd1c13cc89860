package dev.jacquard.worker.transfer;

import com.google.protobuf.MessageLite;
import dev.jacquard.worker.v1.Chunk;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.CallStreamObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Sends messages in their order, long ones in parts, as fast as the stream takes them; a sign of
 * life goes before what waits. Thread-safe.
 *
 * @param <M> the message
 */
public final class PacedSender<M extends MessageLite> {

  private final CallStreamObserver<M> out;
  private final Function<Chunk, M> wrapper;
  private final Deque<M> waiting = new ArrayDeque<>();
  private boolean closing;
  private boolean closed;

  /**
   * Makes a sender; in the method that is handed the stream, and nowhere else.
   *
   * @param wrapper makes a message of a part
   */
  @SuppressWarnings("this-escape") // it is not called before there is something to send
  public PacedSender(CallStreamObserver<M> out, Function<Chunk, M> wrapper) {
    this.out = out;
    this.wrapper = wrapper;
    out.setOnReadyHandler(this::drain);
  }

  /** Sends a message after those before it. */
  public synchronized void send(M message) {
    if (closing || closed) {
      return;
    }
    List<M> parts = new ArrayList<>(); // all of them or none, if there is no room for all
    if (Chunks.split(message, chunk -> parts.add(wrapper.apply(chunk)))) {
      waiting.addAll(parts);
    } else {
      waiting.add(message);
    }
    drain();
  }

  /** Sends a short message before those that wait. */
  public synchronized void sendAhead(M message) {
    if (!closing && !closed) {
      pass(message);
    }
  }

  private synchronized void drain() {
    while (!closed && !waiting.isEmpty() && out.isReady()) {
      pass(waiting.removeFirst());
    }
    if (closing && waiting.isEmpty()) {
      complete();
    }
  }

  private void pass(M message) {
    try {
      out.onNext(message);
    } catch (IllegalStateException e) {
      cut(); // broken at this moment; whoever reads it hears of that
    }
  }

  /** Ends the stream when all has been sent. */
  public synchronized void close() {
    closing = true;
    drain();
  }

  /** Ends the stream with a last message; what waits is dropped. */
  public synchronized void closeWith(M last) {
    if (!closed) {
      waiting.clear();
      pass(last);
      complete();
    }
  }

  private void complete() {
    if (!closed) {
      closed = true;
      try {
        out.onCompleted();
      } catch (IllegalStateException e) {
        cut();
      }
    }
  }

  /** Sends nothing more. */
  public synchronized void cut() {
    closed = true;
    waiting.clear();
  }
}
