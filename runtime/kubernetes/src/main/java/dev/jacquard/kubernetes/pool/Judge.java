package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodTrouble;
import java.util.List;
import java.util.Optional;

/** Says when a pool is given up, none of whose pods serves. Not thread-safe. */
final class Judge {

  private final Patience patience;
  private long well;

  Judge(Patience patience) {
    this.patience = patience;
  }

  /** A pod serves, or none is needed. */
  void well(long now) {
    well = now;
  }

  /**
   * Why the pool is given up; empty: there is hope.
   *
   * @param pods those that may yet serve
   */
  Optional<String> verdict(List<Slot> pods, long now) {
    for (Slot pod : pods) {
      PodTrouble trouble = pod.trouble();
      if (trouble != null && waited(pod, now) >= patience.nanos(trouble)) {
        return Optional.of(trouble.words());
      }
    }
    return now - well < patience.withoutAReason().toNanos()
        ? Optional.empty()
        : Optional.of(withoutAReason(pods));
  }

  /** What stands in the way of one does no harm while another serves. */
  private long waited(Slot pod, long now) {
    return Math.min(now - pod.troubledSince(), now - well);
  }

  /** A volume that is not there, a node without an address: Kubernetes has no status for all. */
  private String withoutAReason(List<Slot> pods) {
    String advice =
        pods.stream()
            .map(Slot::pod)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .map(name -> "kubectl describe pod " + name)
            .orElse("kubectl get jobs,pods, and whether the cluster makes pods at all");
    return "One of its pods must serve in time; in %d minutes none has, and their status does not say why. See %s; or wait longer with --patience."
        .formatted(patience.withoutAReason().toMinutes(), advice);
  }
}
