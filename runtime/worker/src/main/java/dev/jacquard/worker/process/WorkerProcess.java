package dev.jacquard.worker.process;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.transfer.EventLoops;
import dev.jacquard.worker.v1.WorkerGatewayGrpc;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a gateway: connects, and connects again while there is hope that it is still there. */
public final class WorkerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long PAUSE_MILLIS = 100;

  private final WorkerSettings settings;
  private final EngineClock clock;
  private @Nullable PlanCatalogue catalogue;
  private volatile String reason = "";
  private volatile boolean served;
  private volatile @Nullable WorkerSession current;
  private volatile boolean draining;

  /** Makes a worker that has not connected yet. */
  public WorkerProcess(WorkerSettings settings, EngineClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Serves until it is drained, or has been alone for too long.
   *
   * @throws RefusedException if the gateway does not want it, or it has to end for the sake of a
   *     call
   */
  public void serve() throws InterruptedException, RefusedException {
    long aloneSince = clock.nanos();
    try (EventLoops loops = new EventLoops(1);
        Flusher flusher = new Flusher()) {
      while (!draining) {
        if (serveOnce(flusher, loops)) {
          aloneSince = clock.nanos();
        }
        if (clock.nanos() - aloneSince > settings.patience().toNanos()) {
          LOG.info("The gateway is gone: {}", reason);
          return;
        }
        if (!draining) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    }
  }

  /** Connects once; returns whether the gateway was there. */
  private boolean serveOnce(Flusher flusher, EventLoops loops)
      throws InterruptedException, RefusedException {
    CodeSupply.Supplied supplied;
    try {
      supplied = settings.code().get();
    } catch (IOException e) {
      reason = String.valueOf(e.getMessage());
      return false;
    }
    if (draining) {
      return false; // told while it waited for the code
    }
    WorkerSession session =
        new WorkerSession(settings, supplied, clock, catalogue(supplied), flusher);
    SessionEnd end = serve(session, loops);
    SessionOutcome outcome = end.outcome();
    boolean settled = outcome != SessionOutcome.STUCK && session.settle();
    reason = end.reason();
    served |= session.welcome();
    if (session.draining()) {
      draining = true; // also if the engine was gone before all was said
    }
    if (outcome == SessionOutcome.REFUSED) {
      throw new RefusedException(reason);
    } else if (!settled) {
      // A hello would say that nothing of this runs any more.
      throw new RefusedException("A task does not heed its interruption; the process has to end.");
    }
    return session.welcome();
  }

  boolean hasServed() {
    return served;
  }

  String reason() {
    return reason;
  }

  private PlanCatalogue catalogue(CodeSupply.Supplied supplied) {
    PlanCatalogue known = catalogue;
    if (known == null || !known.code().equals(supplied.code())) {
      known = new PlanCatalogue(supplied.code());
      catalogue = known;
    }
    return known;
  }

  private SessionEnd serve(WorkerSession session, EventLoops loops) throws InterruptedException {
    ManagedChannel channel = settings.gateway().direct(loops);
    try {
      WorkerGatewayGrpc.newStub(channel)
          .withInterceptors(settings.gateway().credentials())
          .serve(session);
      session.greet();
      current = session;
      if (draining) {
        session.drain(); // told while it greeted
      }
      SessionEnd end = session.over().get();
      session.awaitSent();
      return end;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      GatewayChannel.close(channel);
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
