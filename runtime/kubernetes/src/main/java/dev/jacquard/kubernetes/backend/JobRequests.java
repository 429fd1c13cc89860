package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.cluster.ApiError;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.PoolSecret;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the API server for pods, by one thread; what is asked while it is busy is asked at once. An
 * API server that is away is asked again.
 */
final class JobRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobRequests.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration FINISH = Duration.ofSeconds(5);

  /** Which Job. */
  private record Which(WorkerPool pool, int number) {}

  private final Cluster cluster;
  private final PoolJobs jobs;
  private final Function<WorkerPool, String> tokens;
  private final Map<String, String> certificates;
  private final BiConsumer<WorkerPool, PodEvent> pools;
  private final Map<Which, Integer> asked = new LinkedHashMap<>();
  private final Map<Which, Integer> applied = new HashMap<>();
  private final Set<Which> begun = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private boolean touched;
  private volatile boolean abandoned;
  private final SerialTasks tasks = new SerialTasks("jacquard-kubernetes");

  /**
   * Asks nothing yet.
   *
   * @param tokens gives the token of a pool
   * @param certificates a worker's end of TLS
   * @param pools hears why a pool has no pods, or cannot have any
   */
  JobRequests(
      Cluster cluster,
      PoolJobs jobs,
      Function<WorkerPool, String> tokens,
      Map<String, String> certificates,
      BiConsumer<WorkerPool, PodEvent> pools) {
    this.cluster = cluster;
    this.jobs = jobs;
    this.tokens = tokens;
    this.certificates = Map.copyOf(certificates);
    this.pools = pools;
  }

  /** A Job is to have so many pods in all. */
  void ask(WorkerPool pool, int number, int pods) {
    synchronized (asked) {
      asked.put(new Which(pool, number), pods);
    }
    tasks.run(this::sendAll);
  }

  /** A Job is to go, and its pods with it; nothing more is asked of it. */
  void letGo(String pool, int number) {
    String job = jobs.names().job(pool, number);
    tasks.run(
        () -> {
          gone.add(job);
          sendAway(job);
        });
  }

  private void sendAway(String job) {
    try {
      cluster.deleteJob(job);
    } catch (KubernetesClientException e) {
      if (ApiError.isFinal(e)) {
        LOG.warn("Job {} stays until its workers leave: {}", job, ApiError.words(e));
      } else {
        tasks.runLater(() -> sendAway(job), PAUSE);
      }
    }
  }

  /** Something of the run is there before anything is asked for. */
  void touch() {
    tasks.run(() -> touched = true);
  }

  /** What has been made is another engine's now. */
  void abandon() {
    abandoned = true;
  }

  private void sendAll() {
    Map<Which, Integer> now;
    synchronized (asked) {
      now = new LinkedHashMap<>(asked);
      asked.clear();
    }
    now.forEach(this::send);
  }

  private void send(Which which, int pods) {
    if (abandoned
        || applied.getOrDefault(which, 0) >= pods
        || gone.contains(jobs.names().job(which.pool().name(), which.number()))) {
      return;
    }
    try {
      apply(which, pods);
      applied.put(which, pods);
    } catch (KubernetesClientException e) {
      if (ApiError.isFinal(e)) {
        pools.accept(
            which.pool(),
            new PodEvent.Impossible(
                "The cluster must let Jobs be made; found: " + ApiError.words(e) + "."));
      } else {
        LOG.debug("The API server is asked again: {}", e.toString());
        pools.accept(
            which.pool(),
            new PodEvent.Refused(which.number(), new PodTrouble.NoAnswer(ApiError.words(e))));
        synchronized (asked) {
          asked.putIfAbsent(which, pods);
        }
        tasks.runLater(this::sendAll, PAUSE);
      }
    } catch (RuntimeException | Error bug) {
      LOG.error("A Job must be written, or it must be said why it cannot.", bug);
      pools.accept(
          which.pool(), new PodEvent.Impossible("Its Jobs must be written; found: " + bug + "."));
    }
  }

  /** The Secret comes before the pods that wait for it, and is the Job's once that is there. */
  private void apply(Which which, int pods) {
    WorkerPool pool = which.pool();
    boolean first = begun.add(which);
    touched = true;
    try {
      if (first) {
        cluster.apply(
            PoolSecret.of(
                jobs.names(), pool.name(), which.number(), tokens.apply(pool), certificates, null));
      }
      Job job = cluster.apply(jobs.job(pool, which.number(), pods));
      if (first) {
        cluster.apply(
            PoolSecret.of(
                jobs.names(), pool.name(), which.number(), tokens.apply(pool), certificates, job));
      }
    } catch (KubernetesClientException e) {
      if (first) {
        begun.remove(which);
      }
      throw e;
    }
  }

  /** Asks no more; what has been made of the run is deleted, if anything was. */
  @Override
  public void close() {
    tasks.run(
        () -> {
          if (touched && !abandoned) {
            delete();
          }
        });
    tasks.finish(FINISH);
  }

  private void delete() {
    try {
      cluster.deleteAll(jobs.names());
    } catch (KubernetesClientException e) {
      LOG.warn(
          "What the run {} has made could not be deleted, and goes by itself: {}",
          jobs.names().run(),
          e.toString());
    }
  }
}
