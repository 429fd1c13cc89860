package dev.jacquard.kubernetes.cluster;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A namespace of a cluster. Thread-safe. */
public final class Cluster implements AutoCloseable {

  private static final int TRIES = 2;
  private static final int PAUSE_MILLIS = 200;
  private static final int REQUEST_MILLIS = 10_000;
  private static final long START_SECONDS = 60;

  /** How many objects of a list come in one answer, as for kubectl. */
  private static final long PAGE = 500;

  private final KubernetesClient client;
  private final String namespace;
  private final RequestCounter requests;
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();
  private volatile @Nullable OwnerReference owner;
  private final List<Runnable> tellers = new ArrayList<>();

  private Cluster(KubernetesClient client, String namespace, RequestCounter requests) {
    this.client = client;
    this.namespace = namespace;
    this.requests = requests;
  }

  /**
   * Names a namespace, as {@code kubectl} would find it; nothing is sent yet.
   *
   * @param context of the kubeconfig; null: the current one
   * @param namespace null: the context's
   */
  public static Cluster open(@Nullable String context, @Nullable String namespace) {
    return open(Config.autoConfigure(context), namespace);
  }

  /** As {@link #open(String, String)}, with a client's own configuration. */
  public static Cluster open(Config config, @Nullable String namespace) {
    config.setRequestRetryBackoffLimit(TRIES);
    config.setRequestRetryBackoffInterval(PAUSE_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    RequestCounter counter = new RequestCounter();
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientBuilderConsumer(
                http -> http.addOrReplaceInterceptor("jacquard-count", counter))
            .build();
    String own = client.getNamespace();
    String chosen = namespace != null ? namespace : own == null ? "default" : own;
    return new Cluster(client, chosen, counter);
  }

  /** Its name. */
  public String namespace() {
    return namespace;
  }

  /** What has been sent. */
  public RequestCounter requests() {
    return requests;
  }

  /** The client, for tests. */
  KubernetesClient client() {
    return client;
  }

  /** Has all Jobs go with an object: when that is deleted, so are they. */
  public void own(OwnerReference reference) {
    owner = reference;
  }

  /** Makes it so, and returns it as it is now. */
  public Job apply(Job job) {
    OwnerReference of = owner;
    return applied(
        of == null
            ? job
            : new JobBuilder(job).editMetadata().withOwnerReferences(of).endMetadata().build());
  }

  /** Makes it so, and returns it as it is now. */
  public Secret apply(Secret secret) {
    OwnerReference of = owner;
    boolean owned = !secret.getMetadata().getOwnerReferences().isEmpty();
    return applied(
        of == null || owned
            ? secret
            : new SecretBuilder(secret)
                .editMetadata()
                .withOwnerReferences(of)
                .endMetadata()
                .build());
  }

  private <T extends HasMetadata> T applied(T object) {
    return client
        .resource(object)
        .inNamespace(namespace)
        .fieldManager(RunNames.JACQUARD)
        .forceConflicts()
        .serverSideApply();
  }

  /** Deletes all that belongs to a run; pods go with their Jobs, a little later. */
  public void deleteAll(RunNames run) {
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabelSelector(run.selector())
        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
        .delete();
    client.secrets().inNamespace(namespace).withLabelSelector(run.selector()).delete();
    if (run.mayBeNamed()) {
      deleteLease(run);
    }
  }

  /** Who may not do this has made none. */
  void deleteLease(RunNames run) {
    try {
      client.leases().inNamespace(namespace).withLabelSelector(run.selector()).delete();
    } catch (KubernetesClientException e) {
      if (!ApiError.isFinal(e)) {
        throw e;
      }
    }
  }

  /** Deletes a Job; its pods and its Secret go a little later. */
  public void deleteJob(String name) {
    // By its name, but of many: so the right to delete all of a run is enough.
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withField("metadata.name", name)
        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
        .delete();
  }

  /**
   * Finds a Secret by its name.
   *
   * @throws ClusterException if the cluster cannot be reached, or does not let it be read
   */
  public Optional<Secret> secret(String name) {
    try {
      return Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get());
    } catch (KubernetesClientException e) {
      throw unreachable(e, "Secret " + name + " of namespace " + namespace + " be read");
    }
  }

  /**
   * Hears of all that happens to a run, from now on; the handlers must not wait.
   *
   * @throws ClusterException if the cluster cannot be reached, or does not let this be seen
   */
  public void watch(
      RunNames run,
      ResourceEventHandler<Pod> pods,
      ResourceEventHandler<Job> jobs,
      ResourceEventHandler<Event> refusals) {
    List<CompletableFuture<Void>> starts = new ArrayList<>();
    starts.add(start(client.pods().inNamespace(namespace).withLabelSelector(run.selector()), pods));
    starts.add(
        start(
            client.batch().v1().jobs().inNamespace(namespace).withLabelSelector(run.selector()),
            jobs));
    starts.add(
        start(
            client
                .v1()
                .events()
                .inNamespace(namespace)
                .withField("involvedObject.kind", "Job")
                .withField("reason", "FailedCreate"),
            refusals));
    try {
      CompletableFuture.allOf(starts.toArray(new CompletableFuture<?>[0]))
          .get(START_SECONDS, TimeUnit.SECONDS);
      tellAll();
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  /** What is there already is told before anything else is done, which the informer is not. */
  private void tellAll() {
    tellers.forEach(Runnable::run);
  }

  private <T> CompletableFuture<Void> start(
      Informable<T> list, ResourceEventHandler<? super T> handler) {
    SharedIndexInformer<T> informer = list.withLimit(PAGE).runnableInformer(0);
    informer.addEventHandler(handler);
    tellers.add(() -> informer.getStore().list().forEach(handler::onAdd));
    // Once it has begun, an API server that is away comes back.
    informer.exceptionHandler((begun, thrown) -> begun);
    informers.add(informer);
    return informer.start().toCompletableFuture();
  }

  /** What is thrown when the cluster does not answer, or not as it should. */
  ClusterException unreachable(Throwable cause) {
    return unreachable(cause, "pods, jobs and events of namespace " + namespace + " be watched");
  }

  ClusterException unreachable(Throwable cause, String wish) {
    Throwable found = cause;
    while (found.getCause() != null
        && !(found instanceof KubernetesClientException k && k.getCode() > 0)) {
      found = found.getCause();
    }
    String server = client.getConfiguration().getMasterUrl();
    if (found instanceof KubernetesClientException refused && refused.getCode() > 0) {
      return new ClusterException(
          "The cluster at %s must let %s; found: %s"
              .formatted(server, wish, ApiError.words(refused)),
          cause);
    }
    return new ClusterException(
        "A cluster must be reachable at %s; found: %s. Set KUBECONFIG, or name a --context of it."
            .formatted(server, found),
        cause);
  }

  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::stop);
    client.close();
  }
}
