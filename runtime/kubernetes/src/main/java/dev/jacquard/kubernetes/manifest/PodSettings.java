package dev.jacquard.kubernetes.manifest;

import java.time.Duration;
import java.util.List;

/**
 * What the pods of all pools have in common.
 *
 * @param image of those whose calls name none; its entry point takes the words of {@code jacquard}
 * @param connect where the engine listens, as pods see it: {@code HOST:PORT}
 * @param slots how many calls each carries out at once
 * @param javaOptions for the JVM in each
 * @param patience how long a worker looks for an engine that is not there
 * @param grace how long a pod that is to end has for what it has in hand
 * @param kept how long Kubernetes keeps a Job that has ended, if the engine does not delete it
 */
public record PodSettings(
    String image,
    String connect,
    int slots,
    List<String> javaOptions,
    Duration patience,
    Duration grace,
    Duration kept) {

  /** Copies the list. */
  public PodSettings {
    javaOptions = List.copyOf(javaOptions);
  }

  /** As long as usual. */
  public static PodSettings of(String image, String connect) {
    return new PodSettings(
        image,
        connect,
        1,
        List.of(),
        Duration.ofMinutes(1),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1));
  }
}
