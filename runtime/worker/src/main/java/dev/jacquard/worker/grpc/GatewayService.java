package dev.jacquard.worker.grpc;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.v1.Welcome;
import dev.jacquard.worker.v1.WorkerGatewayGrpc;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where workers connect. */
final class GatewayService extends WorkerGatewayGrpc.WorkerGatewayImplBase {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

  static final String NAME = WorkerGatewayGrpc.SERVICE_NAME;

  /**
   * What a service goes by.
   *
   * @param leaseNanos how long a worker may be silent
   * @param graceNanos how long a call has to heed its interruption
   * @param strict whether workers check that every value survives encoding
   * @param access whom it lets in
   * @param offloads values that are too long for messages
   */
  record Terms(
      long leaseNanos,
      long graceNanos,
      boolean strict,
      GatewayBackend.Access access,
      EngineOffloads offloads) {}

  private final Terms terms;
  private final GatewayLoop loop;
  private final StreamEffects effects;
  private final EngineClock clock;
  private final AtomicLong workers = new AtomicLong();

  GatewayService(Terms terms, GatewayLoop loop, StreamEffects effects, EngineClock clock) {
    this.terms = terms;
    this.loop = loop;
    this.effects = effects;
    this.clock = clock;
  }

  @Override
  public StreamObserver<FromWorker> serve(StreamObserver<ToWorker> out) {
    ServerCallStreamObserver<ToWorker> stream = (ServerCallStreamObserver<ToWorker>) out;
    Incoming incoming =
        new Incoming(new WorkerStream(workers.incrementAndGet(), stream), BearerTokens.POOL.get());
    stream.setOnCancelHandler(incoming::gone);
    return incoming;
  }

  private final class Incoming implements StreamObserver<FromWorker> {

    private final WorkerStream stream;
    private final String pool;
    private final Chunks<FromWorker> chunks =
        new Chunks<>(FromWorker.parser(), terms.access().longestMessage());
    private final EngineClock.Alarm impatience;
    private volatile boolean welcome;

    Incoming(WorkerStream stream, String pool) {
      this.stream = stream;
      this.pool = pool;
      this.impatience =
          clock.at(
              clock.nanos() + terms.leaseNanos(),
              () -> stream.refuse("A worker must say hello, and soon."));
    }

    @Override
    public void onNext(FromWorker message) {
      if (welcome && loop.isBroken() && !message.hasHeartbeat()) {
        chunks.clear(); // there may be no room for them
        return;
      }
      try {
        FromWorker whole = message.hasChunk() ? chunks.add(message.getChunk()) : message;
        if (whole != null) {
          take(whole);
        } else if (welcome) {
          loop.post(new OfWorker.Alive(stream.id(), List.of()));
        }
      } catch (RuntimeException e) {
        LOG.warn("Worker {} sent what cannot be read: {}", stream.id(), e.toString());
        stream.refuse(String.valueOf(e.getMessage()));
        gone();
      } catch (OutOfMemoryError e) {
        chunks.clear();
        loop.breakDown(e); // else its worker would come again with the same, for ever
      }
    }

    private void take(FromWorker message) {
      if (!welcome) {
        greet(message);
        return;
      }
      if (message.hasHeartbeat()) {
        stream.seen(message.getHeartbeat().getNumber());
      }
      OfWorker event =
          WorkerMessages.event(stream.id(), message, clock, stream.offloads().results());
      stream.offloads().heard(message);
      if (event != null) {
        loop.post(event);
      }
    }

    private void greet(FromWorker message) {
      impatience.cancel();
      Optional<String> objection = objection(message);
      if (objection.isPresent()) {
        LOG.warn("A worker is refused: {}", objection.get());
        stream.refuse(objection.get());
        return;
      }
      welcome = true;
      Hello hello = message.getHello();
      stream.send(ToWorker.newBuilder().setWelcome(welcome(hello)).build());
      effects.add(stream);
      loop.post(
          new OfWorker.Joined(stream.id(), hello.getInstance(), hello.getPool(), hello.getSlots()));
    }

    private Welcome.Builder welcome(Hello hello) {
      Welcome.Builder welcome =
          Welcome.newBuilder()
              .setLeaseNanos(terms.leaseNanos())
              .setGraceNanos(terms.graceNanos())
              .setStrict(terms.strict());
      stream.offload(
          StreamOffloads.agree(
              terms.offloads(),
              hello,
              welcome,
              "worker-" + stream.id(),
              terms.access().longestMessage()));
      return welcome;
    }

    private Optional<String> objection(FromWorker message) {
      if (!message.hasHello()) {
        return Optional.of("A worker must say hello first.");
      }
      String asked = message.getHello().getPool();
      if (!asked.equals(pool)) {
        return Optional.of(
            "A worker must serve the pool of its token, which is %s; found %s."
                .formatted(pool, asked));
      }
      if (effects.count() >= terms.access().mostWorkers()) {
        return Optional.of(
            "A gateway must have at most %d workers; it has them."
                .formatted(terms.access().mostWorkers()));
      }
      return terms.access().objection().apply(message.getHello());
    }

    @Override
    public void onError(@Nullable Throwable broken) {
      stream.broken();
      gone();
    }

    // What is still on its way to the worker is sent, or its side would wait for the end.
    @Override
    public void onCompleted() {
      stream.close();
      gone();
    }

    private void gone() {
      impatience.cancel();
      effects.remove(stream.id());
      if (welcome) {
        loop.post(new OfWorker.Severed(stream.id()));
      }
    }
  }
}
