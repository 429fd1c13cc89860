package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.cluster.ApiError;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.cluster.RunLease;
import dev.jacquard.kubernetes.manifest.RunIdentity;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.tls.RunAuthority;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What makes this process the engine of its run: that no other is, if the run has a name, and by
 * what workers know it, be they an earlier engine's.
 *
 * @param lease that no other is; null: the run has no name
 * @param authority whom workers believe
 * @param tokenKey what their tokens follow from
 * @param fresh whether no earlier engine has left this
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, and never compared
record RunHold(@Nullable RunLease lease, RunAuthority authority, byte[] tokenKey, boolean fresh) {

  private static final Logger LOG = LoggerFactory.getLogger(RunHold.class);

  /** So long a run may yet last. */
  private static final Duration GOOD_FOR = Duration.ofDays(30);

  /**
   * Takes hold of a run.
   *
   * @param lost hears who has it, should another engine ever have taken it
   * @throws ClusterException if another engine has it, or the cluster does not let this be done
   */
  static RunHold take(Cluster cluster, RunNames names, Consumer<String> lost) {
    if (!names.isNamed()) {
      return new RunHold(null, RunAuthority.make(), PoolTokens.freshKey(), true);
    }
    RunLease lease = RunLease.take(cluster, names, lost);
    try {
      return kept(cluster, names, lease).orElseGet(() -> made(cluster, names, lease));
    } catch (RuntimeException e) {
      lease.release();
      throw e;
    }
  }

  private static Optional<RunHold> kept(Cluster cluster, RunNames names, RunLease lease) {
    Optional<RunIdentity> found = cluster.secret(names.engine()).flatMap(RunIdentity::from);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      RunAuthority authority = RunAuthority.of(found.get().authority(), found.get().authorityKey());
      byte[] key = HexFormat.of().parseHex(found.get().tokenKey());
      return authority.isGoodAt(Instant.now().plus(GOOD_FOR))
          ? Optional.of(new RunHold(lease, authority, key, false))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "Secret {} must be as Jacquard has made it; it is made anew: {}",
          names.engine(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static RunHold made(Cluster cluster, RunNames names, RunLease lease) {
    RunHold hold = new RunHold(lease, RunAuthority.make(), PoolTokens.freshKey(), true);
    try {
      cluster.apply(
          new RunIdentity(
                  hold.authority().certificate(),
                  hold.authority().key(),
                  HexFormat.of().formatHex(hold.tokenKey()))
              .secret(names));
      return hold;
    } catch (KubernetesClientException e) {
      throw new ClusterException(
          "The cluster must let Secrets be made in namespace %s; found: %s"
              .formatted(cluster.namespace(), ApiError.words(e)),
          e);
    }
  }

  /** Renews nothing any more. */
  void close() {
    if (lease != null) {
      lease.close();
    }
  }

  /** Leaves the run as it was found. */
  void undo(Cluster cluster, RunNames names) {
    try {
      close();
      if (lease != null && fresh) {
        cluster.deleteAll(names);
      } else if (lease != null) {
        lease.release();
      }
    } catch (KubernetesClientException e) {
      LOG.warn("What was made of run {} stays: {}", names.name(), e.toString());
    }
  }
}
