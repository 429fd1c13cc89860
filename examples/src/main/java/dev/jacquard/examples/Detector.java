package dev.jacquard.examples;

import dev.jacquard.Actor;
import dev.jacquard.Resources;
import dev.jacquard.Task;

/** Tells anomalies by a model that is loaded once for each replica, not once for each point. */
@Actor(replicas = 10, ttl = "30s", resources = @Resources(cpu = "125m", memory = "256Mi"))
public final class Detector implements AutoCloseable {

  private final int threshold;

  /**
   * Loads a model.
   *
   * @param model its name, {@code above-} and a number
   */
  public Detector(String model) {
    if (!model.matches("above-[0-9]{1,6}")) {
      throw new IllegalArgumentException("no model is named '" + model + "'");
    }
    threshold = Integer.parseInt(model.substring("above-".length()));
  }

  @Task
  boolean isAnomalous(int point) {
    return point > threshold;
  }

  /** Lets go of the model. */
  @Override
  public void close() {}
}
