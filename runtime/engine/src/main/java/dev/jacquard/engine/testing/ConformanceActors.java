package dev.jacquard.engine.testing;

import dev.jacquard.spi.ActorHandler;
import dev.jacquard.spi.TaskHandler;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The actor that {@link BackendConformance} makes, from one {@code int}, and its task. */
public final class ConformanceActors {

  private ConformanceActors() {}

  /** Makes counters; of a negative number it makes none, and throws. */
  public static final class Counter implements ActorHandler {
    @Override
    public Object create(Object[] arguments) {
      int start = (int) arguments[0];
      if (start < 0) {
        throw new IllegalArgumentException("negative: " + start);
      }
      return new AtomicInteger(start);
    }

    @Override
    public void close(Object actor) {
      throw new IllegalStateException("A replica that cannot be closed is gone all the same.");
    }
  }

  /** Counts on, whatever its argument, and returns the count. */
  public static final class Count implements TaskHandler {
    @Override
    public Object call(@Nullable Object actor, Object[] arguments) {
      return ((AtomicInteger) Objects.requireNonNull(actor)).incrementAndGet();
    }
  }
}
