package dev.jacquard.server.client;

import dev.jacquard.server.v1.Ended;
import dev.jacquard.server.v1.Update;
import dev.jacquard.server.v1.WatchRequest;
import dev.jacquard.server.wire.Events;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows an execution, over as many connections as it takes. All of it runs on one thread.
 *
 * @see #begin
 */
final class Following {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final long PAUSE_MILLIS = 500;
  private static final long OTHERS_MILLIS = 3_000;

  private final EngineConnection engine;
  private final RemoteExecution<?> execution;
  private final Executor thread;
  private final Duration patience;
  private final Consumer<Ended> onEnd;
  private long seen;
  private long heardAt = System.nanoTime();

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
    engine.watch(
        WatchRequest.newBuilder().setId(execution.id()).setAfter(seen).build(),
        new StreamObserver<>() {
          @Override
          public void onNext(Update update) {
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
        });
  }

  private void heard(Update update) {
    heardAt = System.nanoTime();
    seen = Math.max(seen, update.getNumber());
    switch (update.getKindCase()) {
      case EVENT -> Events.fromProto(update.getEvent()).ifPresent(execution::tell);
      case STANDING -> execution.stands(update.getStanding());
      case ENDED -> onEnd.accept(update.getEnded());
      case KIND_NOT_SET -> LOG.debug("The engine tells what is not known here.");
    }
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
    } else if (System.nanoTime() - heardAt > patience.toNanos()) {
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
