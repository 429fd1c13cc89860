package dev.jacquard.kubernetes.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names and labels of what belongs to a run, the same whoever asks for them.
 *
 * @param run the run's id: up to twelve of {@code a-z} and {@code 0-9}
 * @param name by which a later engine takes over what runs; empty: none does
 */
public record RunNames(String run, String name) {

  /** The label of whatever is made here. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Whose it is, and by which name fields are owned. */
  public static final String JACQUARD = "jacquard";

  /** The label with the run's id. */
  public static final String RUN = "jacquard.dev/run";

  /** The label with the pool's name. */
  public static final String POOL = "jacquard.dev/pool";

  /** The annotation with the name that somebody has given to the run. */
  public static final String NAME = "jacquard.dev/name";

  private static final int LONGEST_NAME = 200;
  private static final int READABLE = 5;
  // Longer than any that is made afresh.
  private static final int LENGTH_OF_NAMED = 12;
  private static final long IDS = 36L * 36 * 36 * 36 * 36 * 36 * 36 * 36;
  private static final int RADIX = 36;
  private static final int DIGEST_BITS = 256;

  /** Checks the id. */
  public RunNames {
    if (!run.matches("[a-z0-9]{1,12}")) {
      throw new IllegalArgumentException(
          "The id of a run must be 1 to 12 of a-z and 0-9; found " + run + ".");
    }
  }

  /** Names a run by its id alone: no later engine takes it over. */
  public RunNames(String run) {
    this(run, "");
  }

  /**
   * Names a run that a later engine takes over if it is given the same name.
   *
   * @param name any text that somebody would write, of up to 200 characters
   * @throws IllegalArgumentException if it is none
   */
  public static RunNames of(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (text.isBlank()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name of a run must be 1 to %d characters in one line; found %s. Name it after what it does, as nightly-report."
              .formatted(LONGEST_NAME, found(text)));
    }
    String readable = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String start = readable.substring(0, Math.min(readable.length(), READABLE));
    String rest = digest(text);
    return new RunNames(start + rest.substring(0, LENGTH_OF_NAMED - start.length()), text);
  }

  private static String found(String text) {
    if (text.isBlank()) {
      return "none";
    }
    return text.length() > LONGEST_NAME ? text.length() + " of them" : "several lines";
  }

  /** Returns at least twenty letters and digits, the same for the same text. */
  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new BigInteger(1, digest).setBit(DIGEST_BITS).toString(RADIX);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Names a run that has not been before. */
  public static RunNames fresh() {
    return new RunNames(Long.toString(new SecureRandom().nextLong(IDS), RADIX));
  }

  /** Whether a later engine may take it over. */
  public boolean isNamed() {
    return !name.isEmpty();
  }

  /** Whether it has the id of a run that was named, whoever knows its name. */
  public boolean mayBeNamed() {
    return run.length() == LENGTH_OF_NAMED;
  }

  /** The name of what the run has beside its pools: the Secret by which it is known, its Lease. */
  public String engine() {
    return prefix() + "engine";
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

  /** The labels of what the run has beside its pools. */
  public Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    labels.put("app.kubernetes.io/name", "jacquard-engine");
    labels.put(MANAGED_BY, JACQUARD);
    labels.put(RUN, run);
    return labels;
  }

  /** Selects all that belongs to the run. */
  public String selector() {
    return MANAGED_BY + "=" + JACQUARD + "," + RUN + "=" + run;
  }
}
