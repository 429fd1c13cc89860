package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.CallContext;
import java.util.Optional;
import java.util.OptionalInt;

/** What the task that runs in a batch may know of its call; one for all calls of the batch. */
final class RunningCall implements CallContext {

  private final Batch batch;
  private final BlobStore blobs;
  private volatile boolean ended;
  // Written by the batch's thread alone; a thread that a task starts sees what was there when it
  // was started.
  private int index;
  private int stage;
  private int attempt;

  RunningCall(Batch batch, BlobStore blobs) {
    this.batch = batch;
    this.blobs = blobs;
  }

  Batch batch() {
    return batch;
  }

  void begin(int index, int stage, int attempt) {
    this.index = index;
    this.stage = stage;
    this.attempt = attempt;
  }

  void end() {
    ended = true;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public OptionalInt elementIndex() {
    return batch.site().elementIndex(index);
  }

  @Override
  public String executionId() {
    return batch.site().executionId();
  }

  @Override
  public String idempotencyKey() {
    return batch.site().executionId() + "/" + batch.site().callKey(index, stage);
  }

  @Override
  public boolean isCancelled() {
    return ended || batch.unwanted() || Thread.currentThread().isInterrupted();
  }

  @Override
  public void heartbeat() {}

  @Override
  public void progress(double fraction) {}

  @Override
  public Optional<String> secret(String name) {
    boolean known =
        batch.chain().stages().get(stage) instanceof ChainStage.Call called
            && called.task().placement().knows(name);
    return known ? Optional.ofNullable(System.getenv(name)) : Optional.empty();
  }

  @Override
  public BlobStore blobs() {
    return blobs;
  }
}
