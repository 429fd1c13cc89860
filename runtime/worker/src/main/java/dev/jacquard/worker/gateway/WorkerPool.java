package dev.jacquard.worker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.PlacementPlan;
import dev.jacquard.spi.QuantityText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Workers that are alike, and carry out the calls that ask for such. Immutable.
 *
 * @param name by which a worker says which it is of
 * @param isolated whether each carries out one call, and leaves
 * @param processors how many a worker may use; zero: all
 * @param memoryBytes how much memory it may use; zero: what a JVM takes by itself
 * @param environment variables that it has beside the engine's own
 */
public record WorkerPool(
    String name,
    boolean isolated,
    int processors,
    long memoryBytes,
    Map<String, String> environment) {

  /** The workers for calls that ask for nothing. */
  public static final WorkerPool PLAIN = new WorkerPool("plain", false, 0, 0, Map.of());

  /** Copies the map. */
  public WorkerPool {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns the pool for calls that ask for a place.
   *
   * @param shared how many of those that ask share a worker, and so need that much more
   */
  static WorkerPool of(PlacementPlan place, int shared) {
    return of(place, shared, "");
  }

  /**
   * Returns the pool for replicas of an actor: one that nobody else's use, if they say how much
   * each needs, since there is room for them alone.
   *
   * @param shared how many of them share a worker
   */
  static WorkerPool of(ActorPlan actor, int shared) {
    return of(actor.placement(), shared, " " + actor.name());
  }

  private static WorkerPool of(PlacementPlan place, int shared, String owner) {
    if (place.equals(PlacementPlan.ANYWHERE)) {
      return PLAIN;
    }
    int processors = (int) Math.min(1 << 16, quantity(place.resources().cpu(), shared));
    long memory = quantity(place.resources().memory(), shared);
    Map<String, String> environment = new TreeMap<>(place.environment());
    String name = place.isolated() ? "isolated" : PLAIN.name();
    String room = processors + " " + memory + " " + environment;
    if (processors > 0 || memory > 0) {
      name = name + "-" + digest(room + owner);
    } else if (!environment.isEmpty()) {
      name = name + "-" + digest(room);
    }
    return name.equals(PLAIN.name())
        ? PLAIN
        : new WorkerPool(name, place.isolated(), processors, memory, environment);
  }

  /** Whether a worker has room for so much and no more. */
  boolean sized() {
    return processors > 0 || memoryBytes > 0;
  }

  private static long quantity(String text, int shared) {
    if (text.isEmpty()) {
      return 0;
    }
    BigDecimal all = QuantityText.parse(text).multiply(BigDecimal.valueOf(shared));
    return all.setScale(0, RoundingMode.CEILING)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValue();
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  // Environment variables may hold what is nobody's to read.
  @Override
  public String toString() {
    return name;
  }
}
