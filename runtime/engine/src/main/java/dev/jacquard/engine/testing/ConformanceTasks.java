package dev.jacquard.engine.testing;

import dev.jacquard.spi.TaskHandler;
import org.jspecify.annotations.Nullable;

/** The tasks that {@link BackendConformance} calls: each takes an {@code int} and returns one. */
public final class ConformanceTasks {

  private ConformanceTasks() {}

  /** Adds one. */
  public static final class Increment implements TaskHandler {
    @Override
    public Object call(@Nullable Object actor, Object[] arguments) {
      return (int) arguments[0] + 1;
    }
  }

  /** Adds one to even numbers, and throws at odd ones. */
  public static final class FailOnOdd implements TaskHandler {
    @Override
    public Object call(@Nullable Object actor, Object[] arguments) {
      int number = (int) arguments[0];
      if (number % 2 == 1) {
        throw new IllegalStateException("odd: " + number);
      }
      return number + 1;
    }
  }

  /** Leaves its thread interrupted, and returns 1 if it was so when it was called, else 0. */
  public static final class LeaveInterrupted implements TaskHandler {
    @Override
    public Object call(@Nullable Object actor, Object[] arguments) {
      boolean before = Thread.currentThread().isInterrupted();
      Thread.currentThread().interrupt();
      return before ? 1 : 0;
    }
  }

  /** Waits until it is interrupted; at zero, returns at once. */
  public static final class Hang implements TaskHandler {
    @Override
    public Object call(@Nullable Object actor, Object[] arguments) throws InterruptedException {
      if ((int) arguments[0] != 0) {
        Thread.sleep(Long.MAX_VALUE);
      }
      return 0;
    }
  }
}
