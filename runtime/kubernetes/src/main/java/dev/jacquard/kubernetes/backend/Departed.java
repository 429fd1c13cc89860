package dev.jacquard.kubernetes.backend;

import dev.jacquard.worker.v1.Hello;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Jobs that were let go: their workers, which are not as they would be made now, must not serve
 * while they are being ended. Thread-safe.
 */
final class Departed {

  private final Set<String> jobs = ConcurrentHashMap.newKeySet();

  void add(String job) {
    jobs.add(job);
  }

  /** Says why a worker must not serve, if so: it is named after its pod, and that after its Job. */
  Optional<String> objection(Hello hello) {
    return jobs.stream()
        .filter(job -> hello.getInstance().startsWith(job + "-"))
        .findFirst()
        .map(job -> "A worker must be as its engine would make it now; Job " + job + " is let go.");
  }
}
