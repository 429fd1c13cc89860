package dev.jacquard.benchmarks.anomalies;

import dev.jacquard.Actor;
import dev.jacquard.Resources;
import dev.jacquard.Task;

/** Tells anomalies from a threshold that is set once for each replica. */
@Actor(replicas = 10, ttl = "10m", resources = @Resources(cpu = "50m", memory = "256Mi"))
public final class Detector implements AutoCloseable {

  private final int threshold;

  public Detector(int threshold) {
    this.threshold = threshold;
  }

  @Task
  boolean isAnomalous(int point) {
    return point > threshold;
  }

  /** Returns the name of its pod, after a while. */
  @Task
  String podAfter(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return System.getenv("HOSTNAME");
  }

  @Override
  public void close() {}
}
