package dev.jacquard.server.service;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.KubernetesRuntime;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.kubernetes.upkeep.WorkflowPools;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.server.wire.Manners;
import dev.jacquard.worker.v1.Surroundings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens runtimes whose calls are carried out by pods, each with a gateway of its own. */
public final class ClusterRuntimes implements RuntimeOpener {

  /**
   * Ports of this machine.
   *
   * @param first the first of them
   * @param last the last of them
   */
  public record Ports(int first, int last) {

    /** Checks. */
    public Ports {
      if (first < 1 || last < first || last > 65_535) {
        throw new IllegalArgumentException(
            "Ports must be from 1 to 65535, the first before the last; found %d-%d."
                .formatted(first, last));
      }
    }
  }

  private static final int DIGITS_OF_KEY = 16;

  private final Supplier<Cluster> clusters;
  private final String host;
  private final @Nullable String name;
  private final Ports ports;
  private final LocalOptions engine;
  private final Set<Integer> claimed = new HashSet<>();

  /**
   * Opens none yet.
   *
   * @param clusters opens the namespace of the pods
   * @param host by which pods reach this process
   * @param name of the engine, if a later one of that name is to take over its pods; else null
   * @param ports where gateways listen, one for each runtime
   * @param engine the engine's options; strictness is each runtime's own
   */
  public ClusterRuntimes(
      Supplier<Cluster> clusters,
      String host,
      @Nullable String name,
      Ports ports,
      LocalOptions engine) {
    this.clusters = clusters;
    this.name = name;
    this.host = host;
    this.ports = ports;
    this.engine = engine;
  }

  @Override
  public Opened open(
      String key, PathCode code, String workflow, Surroundings surroundings, Manner manner) {
    checkJava(surroundings, manner);
    Profiles profiles =
        manner.getProfiles().isEmpty()
            ? Profiles.NONE
            : Profiles.parse("the file of profiles", manner.getProfiles());
    AtomicReference<List<PoolPods>> pods = new AtomicReference<>(List.of());
    int port = claimPort(key);
    try {
      KubernetesOptions options =
          Manners.apply(
                  manner,
                  KubernetesOptions.advertise(host, new InetSocketAddress(port), manner.getImage()))
              .classPath(code.classPath())
              .surroundings(surroundings)
              .names(names(key))
              .shape(profiles)
              .news(pods::set)
              .engine(engine.withStrict(manner.getStrict()))
              .build();
      WorkflowPools.of(code, workflow).checked(profiles, options.pods());
      WorkflowRuntime runtime = KubernetesRuntime.open(options, clusters.get());
      return new Opened(runtime, pods::get);
    } finally {
      leavePort(port);
    }
  }

  /** Executions of other code, or in another manner, have pods of their own. */
  private RunNames names(String key) {
    return name == null
        ? RunNames.fresh()
        : RunNames.of(name + " " + key.substring(0, DIGITS_OF_KEY));
  }

  private static void checkJava(Surroundings surroundings, Manner manner) {
    int here = Runtime.version().feature();
    if (surroundings.getJavaRelease() != here && !manner.getMixedJava()) {
      throw new IllegalArgumentException(
          "The engine must run on Java %d, as whoever calls it does; found %d. Build the image on a base with Java %d, run jacquard on Java %d, or give --allow-mixed-java, with which answers may differ."
              .formatted(surroundings.getJavaRelease(), here, surroundings.getJavaRelease(), here));
    }
  }

  /** The same for the same key, as long as it is free; nobody else's until it is listened on. */
  private synchronized int claimPort(String key) {
    int count = ports.last() - ports.first() + 1;
    int start = Math.floorMod(key.hashCode(), count);
    for (int i = 0; i < count; i++) {
      int port = ports.first() + (start + i) % count;
      if (!claimed.contains(port) && isFree(port)) {
        claimed.add(port);
        return port;
      }
    }
    throw new IllegalArgumentException(
        "One of the ports %d-%d must be free for another application; found none."
            .formatted(ports.first(), ports.last()));
  }

  private synchronized void leavePort(int port) {
    claimed.remove(port);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
