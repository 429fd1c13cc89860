package dev.jacquard.engine.plan;

import dev.jacquard.spec.v1.Placement;
import dev.jacquard.spec.v1.Resources;
import dev.jacquard.spec.v1.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where and with what calls run, as far as a backend has such things. Immutable.
 *
 * @param isolated whether each call gets a fresh process
 * @param resources what a process needs
 * @param image of its container; empty: the backend's own
 * @param environment its variables
 * @param secrets what it may know
 * @param profile an entry of the environment's own file; empty: none
 */
public record PlacementPlan(
    boolean isolated,
    ResourcesPlan resources,
    String image,
    Map<String, String> environment,
    List<SecretPlan> secrets,
    String profile) {

  /** Wherever calls run that ask for nothing. */
  public static final PlacementPlan ANYWHERE = of(Placement.getDefaultInstance(), false);

  /** Copies. */
  public PlacementPlan {
    environment = Map.copyOf(environment);
    secrets = List.copyOf(secrets);
  }

  /** Kubernetes quantities; empty: not said. */
  public record ResourcesPlan(
      String cpu,
      String memory,
      String gpu,
      String ephemeralStorage,
      String cpuLimit,
      String memoryLimit) {}

  /**
   * A secret that calls may see.
   *
   * @param name by which they ask for it
   * @param group where it is kept; empty: under its name
   * @param key where in the group
   */
  public record SecretPlan(String name, String group, String key) {}

  /**
   * Reads what a spec says.
   *
   * @param isolated whether each call gets a fresh process
   */
  public static PlacementPlan of(Placement placement, boolean isolated) {
    Resources asked = placement.getResources();
    return new PlacementPlan(
        isolated,
        new ResourcesPlan(
            asked.getCpu(),
            asked.getMemory(),
            asked.getGpu(),
            asked.getEphemeralStorage(),
            asked.getCpuLimit(),
            asked.getMemoryLimit()),
        placement.getImage(),
        new TreeMap<>(placement.getEnvironmentMap()),
        placement.getSecretsList().stream().map(PlacementPlan::of).toList(),
        placement.getProfile());
  }

  private static SecretPlan of(Secret secret) {
    return new SecretPlan(secret.getName(), secret.getGroup(), secret.getKey());
  }

  /** Whether calls there may see a secret. */
  public boolean knows(String secret) {
    return secrets.stream().anyMatch(known -> known.name().equals(secret));
  }
}
