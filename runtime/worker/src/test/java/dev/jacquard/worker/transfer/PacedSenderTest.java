package dev.jacquard.worker.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Chunk;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.CallStreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a stream that does not take it yet. */
@Timeout(30)
class PacedSenderTest {

  /** Takes so many messages, and then no more until it is told to. */
  private static final class Stream extends CallStreamObserver<FromWorker> {
    final List<FromWorker> taken = new ArrayList<>();
    int room;
    boolean completed;
    private Runnable onReady = () -> {};

    void take(int more) {
      room = more;
      onReady.run();
    }

    @Override
    public boolean isReady() {
      return room > 0;
    }

    @Override
    public void onNext(FromWorker message) {
      taken.add(message);
      room--;
    }

    @Override
    public void setOnReadyHandler(Runnable handler) {
      onReady = handler;
    }

    @Override
    public void onCompleted() {
      completed = true;
    }

    @Override
    public void onError(@Nullable Throwable broken) {}

    @Override
    public void disableAutoInboundFlowControl() {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}
  }

  private final Stream stream = new Stream();
  private final PacedSender<FromWorker> sender =
      new PacedSender<>(stream, chunk -> FromWorker.newBuilder().setChunk(chunk).build());

  private static FromWorker results(int bytes) {
    return FromWorker.newBuilder()
        .setResults(Results.newBuilder().setValues(ByteString.copyFrom(new byte[bytes])))
        .build();
  }

  /** Waits. */
  private interface Wait {
    void run() throws InterruptedException;
  }

  private FutureTask<Boolean> waiter() throws InterruptedException {
    return waiter(sender::awaitRoom);
  }

  private FutureTask<Boolean> waiter(Wait wait) throws InterruptedException {
    FutureTask<Boolean> waiter =
        new FutureTask<>(
            () -> {
              wait.run();
              return true;
            });
    Thread thread = new Thread(waiter);
    thread.start();
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(waiter.isDone()).as("it has to wait").isFalse();
      Thread.sleep(1);
    }
    return waiter;
  }

  @Test
  void longMessagesArriveInPartsAndInOrder() {
    FromWorker longOne = results(3 * Chunks.LONGEST);
    sender.send(longOne);
    sender.send(results(1));
    sender.sendAhead(FromWorker.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build());
    stream.take(100);
    assertThat(stream.taken.get(0).hasHeartbeat()).isTrue();
    Chunks<FromWorker> chunks = new Chunks<>(FromWorker.parser(), Long.MAX_VALUE);
    List<FromWorker> whole = new ArrayList<>();
    for (FromWorker part : stream.taken.subList(1, stream.taken.size() - 1)) {
      FromWorker read = chunks.add(part.getChunk());
      if (read != null) {
        whole.add(read);
      }
    }
    assertThat(whole).containsExactly(longOne);
    assertThat(stream.taken.get(stream.taken.size() - 1)).isEqualTo(results(1));
  }

  @Test
  void whatFitsNeedsNoWait() throws Exception {
    sender.send(results(7 << 20));
    sender.awaitRoom();
    assertThat(stream.taken).isEmpty();
  }

  @Test
  void whoHasMuchToSendWaitsUntilThereIsRoom() throws Exception {
    sender.send(results(9 << 20));
    FutureTask<Boolean> waiter = waiter();
    stream.take(1);
    assertThat(waiter.isDone()).isFalse();
    stream.take(10);
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stream.taken).hasSize(11);
    sender.awaitRoom();
  }

  @Test
  void nobodyWaitsForStreamThatHasEnded() throws Exception {
    sender.send(results(9 << 20));
    FutureTask<Boolean> waiter = waiter();
    sender.cut();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    sender.send(results(9 << 20));
    sender.awaitRoom();
  }

  @Test
  void nobodyWaitsForStreamThatIsToEnd() throws Exception {
    sender.send(results(9 << 20));
    FutureTask<Boolean> waiter = waiter();
    sender.close();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stream.completed).isFalse();
    stream.take(1000);
    assertThat(stream.completed).isTrue();
    assertThat(stream.taken.stream().map(FromWorker::getChunk).filter(Chunk::getLast)).hasSize(1);
  }

  @Test
  void lastWordsAreWaitedForWhileTheyAreSent() throws Exception {
    sender.send(results(3 * Chunks.LONGEST));
    sender.close();
    FutureTask<Boolean> waiter = waiter(() -> sender.awaitSent(Duration.ofSeconds(20)));
    stream.take(2);
    assertThat(waiter.isDone()).isFalse();
    stream.take(100);
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stream.completed).isTrue();
  }

  @Test
  void lastWordsAreNotWaitedForWhenNothingMoreIsSent() throws Exception {
    sender.send(results(3 * Chunks.LONGEST));
    sender.close();
    FutureTask<Boolean> waiter = waiter(() -> sender.awaitSent(Duration.ofSeconds(20)));
    sender.cut();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void lastWordsAreNotWaitedForLongerThanATime() throws Exception {
    sender.send(results(1));
    sender.close();
    sender.awaitSent(Duration.ofMillis(30));
    assertThat(stream.completed).isFalse();
  }

  @Test
  void messageThereIsNoRoomForIsNotSentInPart() {
    int[] made = {0};
    PacedSender<FromWorker> full =
        new PacedSender<>(
            stream,
            chunk -> {
              if (made[0]++ == 2) {
                throw new OutOfMemoryError("Java heap space");
              }
              return FromWorker.newBuilder().setChunk(chunk).build();
            });
    try {
      full.send(results(3 * Chunks.LONGEST));
    } catch (OutOfMemoryError e) {
      made[0]++;
    }
    assertThat(made[0]).isEqualTo(4);
    stream.take(100);
    assertThat(stream.taken).isEmpty();
  }
}
