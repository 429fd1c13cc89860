package dev.jacquard.kubernetes.upkeep;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run has in the cluster. A worker leaves when it misses its engine for a minute: so as long
 * as one runs, the run is not over. Immutable.
 *
 * @param run its id
 * @param objects how many it has, by their kinds
 * @param lastMade when its latest object was made, or its engine was last heard of
 * @param running whether a pod of it runs
 */
public record Leftover(
    String run, Map<String, Integer> objects, Instant lastMade, boolean running) {

  /** Copies the map. */
  public Leftover {
    objects = new TreeMap<>(objects);
  }

  /** Sorts objects by the runs that they belong to. */
  public static List<Leftover> of(Collection<? extends HasMetadata> objects) {
    Map<String, List<HasMetadata>> byRun = new TreeMap<>();
    for (HasMetadata object : objects) {
      Map<String, String> labels = object.getMetadata().getLabels();
      String run = labels == null ? null : labels.get(RunNames.RUN);
      if (run != null) {
        byRun.computeIfAbsent(run, r -> new ArrayList<>()).add(object);
      }
    }
    return byRun.entrySet().stream().map(run -> of(run.getKey(), run.getValue())).toList();
  }

  private static Leftover of(String run, List<HasMetadata> objects) {
    Map<String, Integer> counts = new TreeMap<>();
    objects.forEach(object -> counts.merge(object.getKind(), 1, Integer::sum));
    Instant lastMade =
        objects.stream().map(Leftover::lastHeardOf).max(Instant::compareTo).orElse(Instant.EPOCH);
    return new Leftover(run, counts, lastMade, objects.stream().anyMatch(Leftover::isRunning));
  }

  /** An engine that keeps a name renews its Lease as long as it lives, with pods or without. */
  private static Instant lastHeardOf(HasMetadata object) {
    if (object instanceof Lease lease
        && lease.getSpec() != null
        && lease.getSpec().getRenewTime() != null) {
      return lease.getSpec().getRenewTime().toInstant();
    }
    String made = object.getMetadata().getCreationTimestamp();
    return made == null ? Instant.EPOCH : Instant.parse(made);
  }

  private static boolean isRunning(HasMetadata object) {
    return object instanceof Pod pod
        && pod.getStatus() != null
        && "Running".equals(pod.getStatus().getPhase());
  }

  /** Whether nobody can miss it: nothing of it runs, and nothing has come for that long. */
  public boolean isOver(Instant now, Duration age) {
    return !running && !lastMade.isAfter(now.minus(age));
  }
}
