package dev.jacquard.kubernetes.backend;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.pool.Inheritance;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.gateway.Elastic;
import dev.jacquard.worker.v1.Surroundings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a backend of pods runs.
 *
 * @param jobs writes the Jobs of the run
 * @param host by which pods reach the gateway
 * @param listen where the gateway listens
 * @param mostPods how many pods of a pool there are at once
 * @param idle how long a pod may have nothing to do
 * @param patience how long one waits for what stands in the way of pods
 * @param lease how long a worker may be silent
 * @param grace how long closing waits
 * @param strict whether workers check that every value survives encoding
 * @param classPath the application's code, which pods are sent
 * @param surroundings what answers can depend on here
 * @param mixedJava whether pods may have another Java release
 * @param blobs the bytes of blobs
 * @param offloadAbove values whose encoding has more bytes are fetched beside their messages
 * @param news hears how the pods stand
 */
public record BackendOptions(
    PoolJobs jobs,
    String host,
    InetSocketAddress listen,
    int mostPods,
    Duration idle,
    Patience patience,
    Duration lease,
    Duration grace,
    boolean strict,
    ClassPath classPath,
    Surroundings surroundings,
    boolean mixedJava,
    BlobStore blobs,
    long offloadAbove,
    Consumer<List<PoolPods>> news) {

  Inheritance inheritance() {
    return Inheritance.of(idle, jobs.settings().patience());
  }

  Elastic elastic() {
    return new Elastic(mostPods, idle.toNanos());
  }
}
