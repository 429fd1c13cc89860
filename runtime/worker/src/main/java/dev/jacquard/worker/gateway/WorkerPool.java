package dev.jacquard.worker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.PlacementPlan;
import dev.jacquard.engine.plan.PlacementPlan.ResourcesPlan;
import dev.jacquard.spi.QuantityText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Workers that are alike, and carry out the calls that ask for such. Immutable.
 *
 * @param name by which a worker says which it is of; letters, digits and hyphens
 * @param placement what each of them has
 */
public record WorkerPool(String name, PlacementPlan placement) {

  /** The workers for calls that ask for nothing. */
  public static final WorkerPool PLAIN = new WorkerPool("plain", PlacementPlan.ANYWHERE);

  private static final String ISOLATED = "isolated";
  private static final int LONGEST_ACTOR = 20;
  private static final int MOST_PROCESSORS = 1 << 16;

  /** Whether each carries out one call, and leaves. */
  public boolean isolated() {
    return placement.isolated();
  }

  /** How many processors a worker may use; zero: all. */
  public int processors() {
    return processors(placement, 1);
  }

  /** How much memory it may use; zero: what a JVM takes by itself. */
  public long memoryBytes() {
    return quantity(placement.resources().memory(), 1);
  }

  /** Variables that it has beside the engine's own. */
  public Map<String, String> environment() {
    return placement.environment();
  }

  /**
   * Returns the processes for what asks for a place: only what a process can be given counts.
   *
   * @param shared how many of those that ask share a worker, and so need that much more
   */
  static WorkerPool ofProcesses(PlacementPlan place, int shared) {
    return ofProcesses(place, shared, "");
  }

  /**
   * Returns the processes for replicas of an actor: some that nobody else uses, if they say how
   * much each needs, since there is room for them alone.
   *
   * @param shared how many of them share a worker
   */
  static WorkerPool ofProcesses(ActorPlan actor, int shared) {
    return ofProcesses(actor.placement(), shared, " " + actor.name());
  }

  private static WorkerPool ofProcesses(PlacementPlan place, int shared, String owner) {
    if (place.equals(PlacementPlan.ANYWHERE)) {
      return PLAIN;
    }
    int processors = processors(place, shared);
    long memory = quantity(place.resources().memory(), shared);
    // Written anew, so that 0.5 and 1 processors, which are one, are one pool.
    ResourcesPlan resources = new ResourcesPlan(text(processors), text(memory), "", "", "", "");
    PlacementPlan had =
        new PlacementPlan(place.isolated(), resources, "", place.environment(), List.of(), "");
    String name = place.isolated() ? ISOLATED : PLAIN.name();
    String room = processors + " " + memory + " " + new TreeMap<>(place.environment());
    if (processors > 0 || memory > 0) {
      name = name + "-" + digest(room + owner);
    } else if (!place.environment().isEmpty()) {
      name = name + "-" + digest(room);
    }
    return name.equals(PLAIN.name()) ? PLAIN : new WorkerPool(name, had);
  }

  /** Whether a worker has room for so much and no more. */
  boolean sized() {
    return processors() > 0 || memoryBytes() > 0;
  }

  /** Returns the workers for calls that ask for a place, all of which they have. */
  public static WorkerPool ofCalls(PlacementPlan place) {
    PlacementPlan shared = at(place, false);
    if (shared.equals(PlacementPlan.ANYWHERE)) {
      return place.isolated() ? new WorkerPool(ISOLATED, place) : PLAIN;
    }
    String kind = place.isolated() ? ISOLATED : PLAIN.name();
    return new WorkerPool(kind + "-" + digest(text(place)), place);
  }

  /** Returns the workers that have the replicas of an actor, and nothing else. */
  public static WorkerPool ofActor(String actor, PlacementPlan place) {
    String simple = actor.substring(actor.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String name = simple.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    String cut = name.substring(0, Math.min(name.length(), LONGEST_ACTOR));
    return new WorkerPool(
        "actor-" + cut + "-" + digest(actor + " " + text(place)), at(place, false));
  }

  private static PlacementPlan at(PlacementPlan place, boolean isolated) {
    return new PlacementPlan(
        isolated,
        place.resources(),
        place.image(),
        place.environment(),
        place.secrets(),
        place.profile());
  }

  /** The same for equal places in every process, which the order of a map need not be. */
  private static String text(PlacementPlan place) {
    return String.join(
        "|",
        place.resources().toString(),
        place.image(),
        new TreeMap<>(place.environment()).toString(),
        place.secrets().toString(),
        place.profile());
  }

  private static String text(long number) {
    return number == 0 ? "" : Long.toString(number);
  }

  private static int processors(PlacementPlan place, int shared) {
    return (int) Math.min(MOST_PROCESSORS, quantity(place.resources().cpu(), shared));
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
