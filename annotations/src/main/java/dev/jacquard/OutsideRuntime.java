package dev.jacquard;

import dev.jacquard.spi.CallContext;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What a task finds around it when it is called as plain Java. */
final class OutsideRuntime implements CallContext {

  // Random, since a constant one would make a real service take unrelated calls for one.
  private final String idempotencyKey = UUID.randomUUID().toString();

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public OptionalInt elementIndex() {
    return OptionalInt.empty();
  }

  @Override
  public String executionId() {
    return "plain-java";
  }

  @Override
  public String idempotencyKey() {
    return idempotencyKey;
  }

  @Override
  public boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public void heartbeat() {}

  @Override
  public void progress(double fraction) {}

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(System.getenv(name));
  }
}
