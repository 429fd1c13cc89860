package dev.jacquard.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.HashSet;
import java.util.Set;

/** Counts the pods of a namespace: those that there are, and those that there ever were. */
final class PodCensus implements ResourceEventHandler<Pod> {

  private static final long LONGEST_MILLIS = 180_000;

  private final Set<String> seen = new HashSet<>();
  private final Set<String> present = new HashSet<>();

  @Override
  public synchronized void onAdd(Pod pod) {
    seen.add(pod.getMetadata().getUid());
    present.add(pod.getMetadata().getUid());
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    // Counted since it was added.
  }

  @Override
  public synchronized void onDelete(Pod pod, boolean unknown) {
    present.remove(pod.getMetadata().getUid());
    notifyAll();
  }

  /** How many there ever were. */
  synchronized int everSeen() {
    return seen.size();
  }

  /** Waits until there is none. */
  synchronized void awaitNone() throws InterruptedException {
    long end = System.currentTimeMillis() + LONGEST_MILLIS;
    while (!present.isEmpty()) {
      long left = end - System.currentTimeMillis();
      if (left <= 0) {
        throw new IllegalStateException(
            "Pods must be gone when their run is; found " + present.size() + " after minutes.");
      }
      wait(left);
    }
  }
}
