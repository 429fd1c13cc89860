package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/**
 * Actors as the resources of {@code try}: several at once, one inside another, a return from the
 * middle, and code behind that needs them no more.
 */
public final class ActorResources {

  private ActorResources() {}

  /** Converts a currency. */
  @Actor(replicas = 2, maxCalls = 3)
  static final class Exchange implements AutoCloseable {
    private final int rate;

    Exchange(int rate) {
      if (rate == 0) {
        throw new IllegalArgumentException("nobody changes at a rate of 0");
      }
      this.rate = rate;
    }

    @Task
    int convert(int cents) {
      return Math.multiplyExact(cents, rate);
    }

    @Override
    public void close() {}
  }

  /** Changes there and back. */
  @Workflow
  public static int change(List<Integer> cents, int rate, boolean back) {
    List<Integer> changed;
    try (var there = new Exchange(rate);
        var here = new Exchange(3)) {
      changed = map(cents, there::convert);
      if (changed.isEmpty()) {
        return here.convert(rate);
      }
      if (back) {
        try (var home = new Exchange(rate - 1)) {
          changed = map(changed, c -> home.convert(here.convert(c)));
        }
      }
    }
    return total(changed);
  }

  @Task
  static int total(List<Integer> cents) {
    return cents.stream().mapToInt(Integer::intValue).sum();
  }
}
