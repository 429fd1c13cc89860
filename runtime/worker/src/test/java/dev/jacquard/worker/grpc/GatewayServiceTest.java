package dev.jacquard.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.worker.gateway.Gateway;
import dev.jacquard.worker.gateway.GatewayOptions;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Chunk;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.ToWorker;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a gateway answers on one stream. */
class GatewayServiceTest {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final String POOL = "plain";
  private static final int LONGEST = 10;

  private final ManualClock clock = new ManualClock();
  private final GatewayLoop loop = new GatewayLoop(clock, LEASE.toNanos());
  private final Answers answers = new Answers();
  private final StreamObserver<FromWorker> worker;

  GatewayServiceTest() throws Exception {
    StreamEffects effects = new StreamEffects(clock, (pool, count) -> {});
    loop.start(new Gateway(effects, GatewayOptions.of(LEASE.toNanos(), 1, 1)));
    GatewayBackend.Access access =
        new GatewayBackend.Access(
            List.of(), new PoolTokens(), LONGEST, 1, hello -> Optional.empty());
    GatewayService.Terms terms =
        new GatewayService.Terms(LEASE.toNanos(), 1, false, access, EngineOffloads.none());
    GatewayService service = new GatewayService(terms, loop, effects, clock);
    worker =
        Context.current().withValue(BearerTokens.POOL, POOL).call(() -> service.serve(answers));
  }

  /** What the worker is told. */
  private static final class Answers extends ServerCallStreamObserver<ToWorker> {
    final List<ToWorker.KindCase> kinds = new ArrayList<>();

    @Override
    public void onNext(ToWorker message) {
      kinds.add(message.getKindCase());
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void onCompleted() {}

    @Override
    public void onError(@Nullable Throwable broken) {}

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void setOnCancelHandler(@Nullable Runnable handler) {}

    @Override
    public void setCompression(String compression) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void disableAutoInboundFlowControl() {}

    @Override
    public void request(int count) {}
  }

  private void greet() {
    worker.onNext(
        FromWorker.newBuilder()
            .setHello(Hello.newBuilder().setPool(POOL).setInstance("one").setSlots(1))
            .build());
  }

  private void sendPart(int bytes) {
    Chunk part = Chunk.newBuilder().setPart(ByteString.copyFrom(new byte[bytes])).build();
    worker.onNext(FromWorker.newBuilder().setChunk(part).build());
  }

  @Test
  void workerThatSaysHelloIsWelcomeAndHeardOn() {
    greet();
    clock.advance(LEASE.dividedBy(2));
    worker.onNext(
        FromWorker.newBuilder().setHeartbeat(Heartbeat.newBuilder().setNumber(1)).build());
    clock.advance(LEASE.dividedBy(2));
    assertThat(answers.kinds)
        .containsExactly(ToWorker.KindCase.WELCOME, ToWorker.KindCase.HEARTBEAT_SEEN);
  }

  @Test
  void workerThatSaysNothingIsRefused() {
    clock.advance(LEASE);
    assertThat(answers.kinds).containsExactly(ToWorker.KindCase.REFUSAL);
  }

  @Test
  void messageThatIsTooLongIsRefused() {
    greet();
    sendPart(LONGEST + 1);
    assertThat(answers.kinds).containsExactly(ToWorker.KindCase.WELCOME, ToWorker.KindCase.REFUSAL);
  }

  @Test
  void nothingIsKeptOrReadWhenItCannotGoOnButSignsOfLifeAreAnswered() {
    greet();
    sendPart(LONGEST - 1);
    loop.breakDown(new OutOfMemoryError("Java heap space"));
    sendPart(LONGEST - 1);
    sendPart(LONGEST + 1);
    worker.onNext(
        FromWorker.newBuilder().setHeartbeat(Heartbeat.newBuilder().setNumber(1)).build());
    assertThat(answers.kinds)
        .containsExactly(ToWorker.KindCase.WELCOME, ToWorker.KindCase.HEARTBEAT_SEEN);
  }
}
