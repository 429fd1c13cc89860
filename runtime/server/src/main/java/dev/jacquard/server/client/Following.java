package dev.jacquard.server.client;

import dev.jacquard.server.v1.Ended;
import dev.jacquard.server.v1.Update;
import dev.jacquard.server.v1.WatchRequest;
import dev.jacquard.server.wire.Events;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows an execution, over as many connections as it takes. All of it runs on one thread.
 *
 * @see #begin
 */
final class Following {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final long NEVER = Long.MIN_VALUE;
  private static final long PAUSE_MILLIS = 500;
  private static final long OTHERS_MILLIS = 3_000;

  private final EngineConnection engine;
  private final RemoteExecution<?> execution;
  private final Executor thread;
  private final Duration patience;
  private final Consumer<Ended> onEnd;
  private long seen;
  private long brokenSince = NEVER;

  /**
   * Prepares to follow.
   *
   * @param onEnd hears of the end, which has not been told to the execution yet
   */
  Following(
      EngineConnection engine,
      RemoteExecution<?> execution,
      Executor thread,
      Duration patience,
      Consumer<Ended> onEnd) {
    this.engine = engine;
    this.execution = execution;
    this.thread = thread;
    this.patience = patience;
    this.onEnd = onEnd;
  }

  /** Follows from where it was left. */
  void begin() {
    Attempt attempt = new Attempt();
    engine.watch(WatchRequest.newBuilder().setId(execution.id()).setAfter(seen).build(), attempt);
    Duration longest = patience.compareTo(SILENCE) < 0 ? patience : SILENCE;
    CompletableFuture.delayedExecutor(longest.toNanos(), TimeUnit.NANOSECONDS, thread)
        .execute(attempt::giveUpIfSilent);
  }

  /** One stream of updates. How the execution stands is told first, and at once. */
  private final class Attempt implements ClientResponseObserver<WatchRequest, Update> {

    private volatile boolean answered;
    private @Nullable ClientCallStreamObserver<WatchRequest> stream;

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchRequest> opened) {
      stream = opened;
    }

    @Override
    public void onNext(Update update) {
      answered = true;
      thread.execute(() -> heard(update));
    }

    @Override
    public void onError(Throwable broken) {
      thread.execute(() -> broken(broken));
    }

    @Override
    public void onCompleted() {
      // the end was told before
    }

    /** Something between here and the engine may take a connection, and lead it nowhere. */
    void giveUpIfSilent() {
      ClientCallStreamObserver<WatchRequest> open = stream;
      if (!answered && open != null) {
        open.cancel("The engine does not answer.", null);
      }
    }
  }

  private void heard(Update update) {
    brokenSince = NEVER;
    seen = Math.max(seen, update.getNumber());
    switch (update.getKindCase()) {
      case EVENT -> Events.fromProto(update.getEvent()).ifPresent(execution::tell);
      case STANDING -> execution.stands(update.getStanding());
      case ENDED -> onEnd.accept(update.getEnded());
      case KIND_NOT_SET -> LOG.debug("The engine tells what is not known here.");
    }
  }

  /** How long nothing was heard before does not count: there may have been nothing to tell. */
  private boolean isBrokenForTooLong() {
    long now = System.nanoTime();
    if (brokenSince == NEVER) {
      brokenSince = now;
    }
    return now - brokenSince > patience.toNanos();
  }

  /** Who sees its process or pod may have better words for why. */
  private void loseSoon(Throwable why) {
    EngineLostException lost =
        new EngineLostException(
            "The engine was told to end while it ran " + execution.workflow() + ". Run it again.",
            why);
    CompletableFuture.delayedExecutor(OTHERS_MILLIS, TimeUnit.MILLISECONDS, thread)
        .execute(() -> execution.lose(lost));
  }

  private void broken(Throwable why) {
    if (execution.isOver()) {
      return;
    }
    if (EngineConnection.isUnknown(why)) {
      execution.lose(
          new EngineLostException(
              "The engine was started again while it ran "
                  + execution.workflow()
                  + ", and no longer knows of this run. Run it again.",
              why));
    } else if (EngineConnection.isEnding(why)) {
      loseSoon(why);
    } else if (isBrokenForTooLong()) {
      execution.lose(
          new EngineLostException(
              "The engine that runs %s cannot be reached any more; found %s. What it runs ends by itself."
                  .formatted(execution.workflow(), why),
              why));
    } else {
      LOG.debug("The connection to the engine is lost, and made again: {}", why.toString());
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, thread)
          .execute(this::begin);
    }
  }
}
