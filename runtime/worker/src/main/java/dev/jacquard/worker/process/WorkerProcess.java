package dev.jacquard.worker.process;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.v1.WorkerGatewayGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a gateway: connects, and connects again while there is hope that it is still there. */
public final class WorkerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int FRAME = 2 << 20;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_MILLIS = 100;

  private final WorkerSettings settings;
  private final EngineClock clock;
  private final PlanCatalogue catalogue;
  private volatile @Nullable WorkerSession current;
  private volatile boolean draining;

  /** Makes a worker that has not connected yet. */
  public WorkerProcess(WorkerSettings settings, EngineClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.catalogue = new PlanCatalogue(settings.code());
  }

  /**
   * Serves until it is drained, refused, or has been alone for too long.
   *
   * @return why it was refused; empty if it was not
   */
  public String serve() throws InterruptedException {
    long aloneSince = clock.nanos();
    try (Flusher flusher = new Flusher()) {
      while (true) {
        WorkerSession session = new WorkerSession(settings, clock, catalogue, flusher);
        WorkerSession.Outcome outcome = serve(session);
        boolean settled = outcome != WorkerSession.Outcome.STUCK && session.settle();
        if (outcome == WorkerSession.Outcome.DRAINED) {
          return "";
        }
        if (outcome == WorkerSession.Outcome.REFUSED) {
          return session.reason();
        }
        if (!settled) {
          // A hello would say that nothing of this runs any more.
          return "A task does not heed its interruption; the process has to end.";
        }
        aloneSince = session.welcome() ? clock.nanos() : aloneSince;
        if (draining || clock.nanos() - aloneSince > PATIENCE_NANOS) {
          LOG.info("The gateway is gone: {}", session.reason());
          return "";
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private WorkerSession.Outcome serve(WorkerSession session) throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(settings.host(), settings.port())
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(FRAME)
            .build();
    try {
      Metadata token = new Metadata();
      token.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
          "Bearer " + settings.token());
      current = session;
      session.open(
          WorkerGatewayGrpc.newStub(channel)
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token))
              .serve(session));
      return session.outcome().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      channel.shutdown();
      if (!channel.awaitTermination(1, TimeUnit.SECONDS)) {
        channel.shutdownNow();
      }
    }
  }

  /** Takes nothing new, and lets {@link #serve} return when everything has ended. */
  public void drain() {
    draining = true;
    WorkerSession session = current;
    if (session != null) {
      session.drain();
    }
  }
}
