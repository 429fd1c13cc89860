package dev.jacquard.kubernetes.cluster;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That one engine alone runs under a name: a Lease (coordination.k8s.io), which it renews. Another
 * engine takes it when it has not been renewed for as long as it says; that is counted by the clock
 * of who waits, so that clocks need not agree.
 */
public final class RunLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunLease.class);

  /**
   * How often it is looked at.
   *
   * @param lasts how long it lasts when nobody renews it
   * @param renewed how often it is renewed
   * @param looked how often somebody who waits looks at it
   * @param waited how long somebody waits at most
   */
  record Times(Duration lasts, Duration renewed, Duration looked, Duration waited) {

    static final Times USUAL =
        new Times(
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(20));
  }

  /** If it is over for so long, no clock is that wrong. */
  private static final Duration LONG_OVER = Duration.ofMinutes(2);

  private final Cluster cluster;
  private final RunNames names;
  private final Times times;
  private final LeaseLock lock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "jacquard-lease");
            made.setDaemon(true);
            return made;
          });
  private @Nullable ZonedDateTime seenRenewed;
  private long seenSince;
  private @Nullable Future<?> renewal;

  private RunLease(Cluster cluster, RunNames names, Times times) {
    this.cluster = cluster;
    this.names = names;
    this.times = times;
    this.lock =
        new LeaseLock(
            new ObjectMetaBuilder()
                .withNamespace(cluster.namespace())
                .withName(names.engine())
                .withLabels(names.labels())
                .withAnnotations(Map.of(RunNames.NAME, names.name()))
                .build(),
            ownName());
  }

  private static String ownName() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "an unknown host";
    }
    String random = Integer.toHexString(ThreadLocalRandom.current().nextInt());
    return "process " + ProcessHandle.current().pid() + " on " + host + " (" + random + ")";
  }

  /**
   * Takes the name of a run, when whoever has it is gone.
   *
   * @param lost hears who has it, should another ever have taken it
   * @throws ClusterException if another engine keeps it, or the cluster does not let this be done
   */
  public static RunLease take(Cluster cluster, RunNames names, Consumer<String> lost) {
    return take(cluster, names, lost, Times.USUAL);
  }

  static RunLease take(Cluster cluster, RunNames names, Consumer<String> lost, Times times) {
    RunLease lease = new RunLease(cluster, names, times);
    try {
      lease.waitForIt();
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
    lease.renewFromNowOn(lost);
    return lease;
  }

  private void renewFromNowOn(Consumer<String> lost) {
    long pause = times.renewed().toMillis();
    renewal = thread.scheduleWithFixedDelay(() -> renew(lost), pause, pause, TimeUnit.MILLISECONDS);
  }

  private void waitForIt() {
    long start = System.nanoTime();
    String holder = tryToTake();
    if (holder != null) {
      LOG.warn(
          "The run {} has an engine: {}; waiting for its end, {} s at most.",
          names.name(),
          holder,
          times.waited().toSeconds());
    }
    while (holder != null) {
      if (System.nanoTime() - start > times.waited().toNanos()) {
        throw new ClusterException(
            "The name of a run must be one engine's alone; found %s, which runs as %s. End that, or give another --run-name."
                .formatted(holder, names.name()));
      }
      try {
        Thread.sleep(times.looked().toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClusterException("It was interrupted while it waited for the name of its run.");
      }
      holder = tryToTake();
    }
  }

  /** Returns who has it; null: this engine has it now. */
  private @Nullable String tryToTake() {
    try {
      LeaderElectionRecord found = lock.get(cluster.client());
      if (found == null) {
        lock.create(cluster.client(), record(null));
      } else if (isFree(found)) {
        lock.update(cluster.client(), record(found));
      } else {
        return found.getHolderIdentity();
      }
      return null;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return "another that starts now";
      }
      throw cluster.unreachable(
          e,
          "the Lease %s of namespace %s be read, created and patched"
              .formatted(names.engine(), cluster.namespace()));
    }
  }

  private boolean isFree(LeaderElectionRecord found) {
    String holder = found.getHolderIdentity();
    ZonedDateTime renewed = found.getRenewTime();
    if (holder == null || holder.isEmpty() || renewed == null) {
      return true;
    }
    if (!Objects.equals(renewed, seenRenewed)) {
      seenRenewed = renewed;
      seenSince = System.nanoTime();
    }
    Duration lasts = found.getLeaseDuration();
    return System.nanoTime() - seenSince > lasts.toNanos()
        || renewed.plus(lasts).plus(LONG_OVER).isBefore(now());
  }

  private LeaderElectionRecord record(@Nullable LeaderElectionRecord before) {
    ZonedDateTime now = now();
    boolean ours = before != null && lock.identity().equals(before.getHolderIdentity());
    int changes = before == null ? 0 : before.getLeaderTransitions() + (ours ? 0 : 1);
    ZonedDateTime since = before != null && ours ? before.getAcquireTime() : now;
    return new LeaderElectionRecord(lock.identity(), times.lasts(), since, now, changes);
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  private void renew(Consumer<String> lost) {
    try {
      LeaderElectionRecord found = lock.get(cluster.client());
      if (found == null) {
        lock.create(cluster.client(), record(null));
      } else if (lock.identity().equals(found.getHolderIdentity())) {
        lock.update(cluster.client(), record(found));
      } else {
        thread.shutdown();
        lost.accept(String.valueOf(found.getHolderIdentity()));
      }
    } catch (KubernetesClientException e) {
      LOG.debug("The name of the run is renewed later: {}", e.toString());
    } catch (RuntimeException | Error bug) {
      // Thrown on, it would be the last time.
      LOG.error("The name of the run {} must be renewed.", names.name(), bug);
    }
  }

  /** Lets the next engine have it at once, and all else of the run with it. */
  public void release() {
    close();
    cluster.deleteLease(names);
  }

  /** Renews it no more; it is deleted with all else of the run, or over a little later. */
  @Override
  public void close() {
    if (renewal != null) {
      renewal.cancel(true);
    }
    thread.shutdownNow();
    try {
      // What is under way must not make it again after it was deleted.
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.debug("The name of the run is being renewed for the last time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
