package dev.jacquard.kubernetes.cluster;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it takes to have an engine in a namespace, and to reach it. Thread-safe. */
public final class EngineAccess {

  private static final long START_SECONDS = 60;
  private static final String FORWARD = "pods/portforward";

  private final Cluster cluster;
  private final KubernetesClient client;
  private final String namespace;

  /** Does what whoever has opened the namespace may do. */
  public EngineAccess(Cluster cluster) {
    this.cluster = cluster;
    this.client = cluster.client();
    this.namespace = cluster.namespace();
  }

  /** The namespace. */
  public String namespace() {
    return namespace;
  }

  /** Whether a service account is there; one that may not be looked for is taken to be. */
  public boolean hasAccount(String name) {
    return new Inventory(cluster).hasAccount(name);
  }

  /**
   * Makes it so.
   *
   * @throws ClusterException if that is not allowed, or the cluster not reachable
   */
  public void apply(HasMetadata object) {
    try {
      client
          .resource(object)
          .inNamespace(namespace)
          .fieldManager(RunNames.JACQUARD)
          .forceConflicts()
          .serverSideApply();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 0) {
        throw cluster.unreachable(e);
      }
      throw new ClusterException(
          "The cluster must let %s %s be made in namespace %s; found: %s"
              .formatted(
                  object.getKind(), object.getMetadata().getName(), namespace, ApiError.words(e)),
          e);
    }
  }

  /** Why a Job gets no pod, as its latest event says; empty if none does, or it may not be seen. */
  public Optional<String> refusal(String job) {
    try {
      return client
          .v1()
          .events()
          .inNamespace(namespace)
          .withField("involvedObject.kind", "Job")
          .withField("involvedObject.name", job)
          .withField("reason", "FailedCreate")
          .list()
          .getItems()
          .stream()
          .map(Event::getMessage)
          .reduce((earlier, later) -> later);
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
  }

  /** Deletes a Job with its pods, which get their time to end. */
  public void deleteJob(String name) {
    cluster.deleteJob(name);
  }

  /** Pods that are being watched. */
  public interface Watched extends AutoCloseable {
    /** How many there are. */
    int count();

    @Override
    void close();
  }

  /**
   * Hears of pods from now on, first of those that are there; the handler must not wait.
   *
   * @throws ClusterException if the cluster cannot be reached, or does not let this be seen
   */
  public Watched watch(Map<String, String> labels, ResourceEventHandler<Pod> handler) {
    SharedIndexInformer<Pod> informer =
        client.pods().inNamespace(namespace).withLabels(labels).runnableInformer(0);
    informer.addEventHandler(handler);
    informer.exceptionHandler((begun, thrown) -> begun);
    try {
      informer.start().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw cluster.unreachable(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw cluster.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cluster.unreachable(e);
    }
    return new Watched() {
      @Override
      public int count() {
        return informer.getStore().list().size();
      }

      @Override
      public void close() {
        informer.stop();
      }
    };
  }

  /** A port of this machine, on loopback, that leads to one of a pod. */
  public record Forward(LocalPortForward forward) implements AutoCloseable {

    /** Where it is. */
    public InetSocketAddress address() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), forward.getLocalPort());
    }

    @Override
    public void close() {
      try {
        forward.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Finds out whether ports of pods may be reached: whoever may not would hear nothing, for long.
   *
   * @param news is told what newer clusters would not allow
   * @throws ClusterException if that is not allowed
   */
  public void mayForward(Consumer<String> news) {
    Inventory inventory = new Inventory(cluster);
    Set<String> may;
    try {
      may = mayOf(inventory, "get", "create"); // get is the verb of a web socket
    } catch (ClusterException e) {
      return; // it cannot be asked here, which is no reason not to try
    }
    if (!may.contains("get")) {
      throw new ClusterException(
          "The cluster must let ports be forwarded to pods of namespace %s; found that you may not get %s. jacquard kubernetes doctor says what else is missing."
              .formatted(namespace, FORWARD),
          null);
    }
    if (!may.contains("create")) {
      news.accept("you may not create %s, which newer clusters ask for".formatted(FORWARD));
    }
  }

  private static Set<String> mayOf(Inventory inventory, String... verbs) {
    return Stream.of(verbs)
        .filter(verb -> inventory.may(verb, "", FORWARD))
        .collect(Collectors.toSet());
  }

  /** Opens a way to a port of a pod; each connection to it is one to the API server. */
  public Forward forward(String pod, int port) {
    return new Forward(
        client
            .pods()
            .inNamespace(namespace)
            .withName(pod)
            .portForward(port, InetAddress.getLoopbackAddress(), 0));
  }
}
