package dev.jacquard.kubernetes.manifest;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names and labels of what belongs to a run, the same whoever asks for them.
 *
 * @param run the run's id: up to twelve of {@code a-z} and {@code 0-9}
 */
public record RunNames(String run) {

  /** The label of whatever is made here. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Whose it is, and by which name fields are owned. */
  public static final String JACQUARD = "jacquard";

  /** The label with the run's id. */
  public static final String RUN = "jacquard.dev/run";

  /** The label with the pool's name. */
  public static final String POOL = "jacquard.dev/pool";

  private static final long IDS = 36L * 36 * 36 * 36 * 36 * 36 * 36 * 36;
  private static final int RADIX = 36;

  /** Checks the id. */
  public RunNames {
    if (!run.matches("[a-z0-9]{1,12}")) {
      throw new IllegalArgumentException(
          "The id of a run must be 1 to 12 of a-z and 0-9; found " + run + ".");
    }
  }

  /** Names a run that has not been before. */
  public static RunNames fresh() {
    return new RunNames(Long.toString(new SecureRandom().nextLong(IDS), RADIX));
  }

  /** What the names of all its Jobs begin with. */
  public String prefix() {
    return JACQUARD + "-" + run + "-";
  }

  /** The name of a Job of a pool, and of its Secret. */
  public String job(String pool, int number) {
    return prefix() + pool + "-" + number;
  }

  /** The number of a Job of a pool; empty if the name is none of those. */
  public Optional<Integer> number(String pool, String job) {
    String before = prefix() + pool + "-";
    String rest = job.startsWith(before) ? job.substring(before.length()) : "";
    return rest.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.parseInt(rest)) : Optional.empty();
  }

  /** The labels of an object of a pool. */
  public Map<String, String> labels(String pool) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("app.kubernetes.io/name", "jacquard-worker");
    labels.put(MANAGED_BY, JACQUARD);
    labels.put(RUN, run);
    labels.put(POOL, pool);
    return labels;
  }

  /** Selects all that belongs to the run. */
  public String selector() {
    return MANAGED_BY + "=" + JACQUARD + "," + RUN + "=" + run;
  }
}
