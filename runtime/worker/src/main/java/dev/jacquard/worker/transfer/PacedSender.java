package dev.jacquard.worker.transfer;

import com.google.protobuf.MessageLite;
import dev.jacquard.worker.v1.Chunk;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.CallStreamObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends messages in their order, long ones in parts, as fast as the stream takes them; a sign of
 * life goes before what waits. Thread-safe.
 *
 * @param <M> the message
 */
public final class PacedSender<M extends MessageLite> {

  /** So many bytes may wait before whoever can wait has to. */
  private static final long MOST_WAITING = 8 << 20;

  private final CallStreamObserver<M> out;
  private final Function<Chunk, M> wrapper;
  private final Deque<M> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private volatile boolean crowded;
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
      long bytes = parts.stream().mapToLong(MessageLite::getSerializedSize).sum();
      waiting.addAll(parts); // nothing fails any more
      waitingBytes += bytes;
    } else {
      waiting.add(message);
      waitingBytes += message.getSerializedSize();
    }
    drain();
  }

  /** Whether more than some megabytes wait to be sent. */
  public boolean isCrowded() {
    return crowded;
  }

  /**
   * Waits until no more than some megabytes wait to be sent, or nothing more is sent: else what is
   * made faster than the stream takes it would fill the memory.
   */
  public synchronized void awaitRoom() throws InterruptedException {
    while (crowded) {
      wait();
    }
  }

  /** Waits until all has been sent, or nothing more is, but no longer than a time. */
  public synchronized void awaitSent(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis(); !waiting.isEmpty() && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Sends a short message before those that wait. */
  public synchronized void sendAhead(M message) {
    if (!closing && !closed) {
      pass(message);
    }
  }

  private synchronized void drain() {
    while (!closed && !waiting.isEmpty() && out.isReady()) {
      M next = waiting.removeFirst();
      waitingBytes -= next.getSerializedSize();
      pass(next);
    }
    tellRoom();
    if (closing && waiting.isEmpty()) {
      complete();
    }
  }

  private void tellRoom() {
    boolean before = crowded;
    crowded = !closing && !closed && waitingBytes > MOST_WAITING;
    if ((before && !crowded) || (closing && waiting.isEmpty())) {
      notifyAll();
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
      drop();
      pass(last);
      complete();
    }
  }

  private void complete() {
    if (!closed) {
      closed = true;
      tellRoom();
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
    drop();
  }

  private void drop() {
    waiting.clear();
    waitingBytes = 0;
    tellRoom();
  }
}
