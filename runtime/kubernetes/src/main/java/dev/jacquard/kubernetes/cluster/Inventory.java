package dev.jacquard.kubernetes.cluster;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Asks a namespace what is in it, and what is allowed there. Thread-safe. */
public final class Inventory {

  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;
  private final String namespace;

  /** Asks on behalf of whoever has opened the namespace. */
  public Inventory(Cluster cluster) {
    client = cluster.client();
    namespace = cluster.namespace();
  }

  /** Which server answers. */
  public String server() {
    return String.valueOf(client.getConfiguration().getMasterUrl());
  }

  /**
   * The version of the API server, as {@code 1.37}.
   *
   * @throws ClusterException if it cannot be reached
   */
  public String version() {
    VersionInfo version = asked(client::getKubernetesVersion);
    return version.getMajor() + "." + version.getMinor().replaceAll("[^0-9].*", "");
  }

  /**
   * Whether this user may do that in the namespace.
   *
   * @param resource as in a Role: {@code pods}, {@code pods/portforward}
   */
  public boolean may(String verb, String group, String resource) {
    ResourceAttributes attributes = new ResourceAttributes();
    attributes.setNamespace(namespace);
    attributes.setVerb(verb);
    attributes.setGroup(group);
    String[] parts = resource.split("/", 2);
    attributes.setResource(parts[0]);
    attributes.setSubresource(parts.length > 1 ? parts[1] : null);
    SelfSubjectAccessReview review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withResourceAttributes(attributes)
            .endSpec()
            .build();
    SelfSubjectAccessReview answer =
        asked(() -> client.authorization().v1().selfSubjectAccessReview().create(review));
    return answer.getStatus() != null && Boolean.TRUE.equals(answer.getStatus().getAllowed());
  }

  /** Whether a service account is there; one that may not be looked for is taken to be. */
  public boolean hasAccount(String name) {
    return permitted(
            () -> client.serviceAccounts().inNamespace(namespace).withName(name).get() != null)
        .orElse(true);
  }

  /** The Jobs, pods, Secrets and Leases of all runs. */
  public List<HasMetadata> ofRuns() {
    return asked(
        () -> {
          List<HasMetadata> all = new ArrayList<>();
          String label = RunNames.MANAGED_BY;
          all.addAll(
              client
                  .batch()
                  .v1()
                  .jobs()
                  .inNamespace(namespace)
                  .withLabel(label, RunNames.JACQUARD)
                  .list()
                  .getItems());
          all.addAll(
              client
                  .pods()
                  .inNamespace(namespace)
                  .withLabel(label, RunNames.JACQUARD)
                  .list()
                  .getItems());
          all.addAll(
              client
                  .secrets()
                  .inNamespace(namespace)
                  .withLabel(label, RunNames.JACQUARD)
                  .list()
                  .getItems());
          // Without them an engine that has no pods at the moment would pass for dead.
          all.addAll(
              client
                  .leases()
                  .inNamespace(namespace)
                  .withLabel(label, RunNames.JACQUARD)
                  .list()
                  .getItems());
          return all;
        });
  }

  /** The quotas of the namespace; empty if this user may not see them. */
  public Optional<List<ResourceQuota>> quotas() {
    return permitted(() -> client.resourceQuotas().inNamespace(namespace).list().getItems());
  }

  /** The names of the images that nodes have; empty if this user may not see nodes. */
  public Optional<Set<String>> images() {
    return permitted(
        () -> {
          Set<String> names = new TreeSet<>();
          for (Node node : client.nodes().list().getItems()) {
            List<ContainerImage> images = node.getStatus().getImages();
            images.forEach(image -> names.addAll(image.getNames()));
          }
          return names;
        });
  }

  /**
   * Has the API server try to make an object, and make none.
   *
   * @return what it objects to, in its own words; empty if nothing
   */
  public Optional<String> objection(HasMetadata object) {
    try {
      client.resource(object).inNamespace(namespace).dryRun().create();
      return Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() > 0) {
        return Optional.of(ApiError.words(e));
      }
      throw unreachable(e);
    }
  }

  private <T> Optional<T> permitted(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (KubernetesClientException e) {
      if (e.getCode() == FORBIDDEN) {
        return Optional.empty();
      }
      throw unreachable(e);
    }
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (KubernetesClientException e) {
      throw unreachable(e);
    }
  }

  private ClusterException unreachable(KubernetesClientException thrown) {
    if (thrown.getCode() > 0) {
      return new ClusterException(
          "The cluster at %s must let this be asked in namespace %s; found: %s"
              .formatted(server(), namespace, ApiError.words(thrown)),
          thrown);
    }
    Throwable found = thrown;
    while (found.getCause() != null) {
      found = found.getCause();
    }
    return new ClusterException(
        "A cluster must be reachable at %s; found: %s. Set KUBECONFIG, or name a --context of it."
            .formatted(server(), found),
        thrown);
  }
}
