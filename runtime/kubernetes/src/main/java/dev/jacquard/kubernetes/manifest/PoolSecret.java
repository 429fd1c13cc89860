package dev.jacquard.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the workers of a pool have to know and to show. */
public final class PoolSecret {

  /** The file with the token. */
  static final String TOKEN = "token";

  private PoolSecret() {}

  /**
   * Writes the Secret of a Job.
   *
   * @param token by which the gateway knows the pool
   * @param certificates a worker's end of TLS: PEM texts by their file names
   * @param owner with which it goes; null: there is none yet
   */
  public static Secret of(
      RunNames names,
      String pool,
      int job,
      String token,
      Map<String, String> certificates,
      @Nullable Job owner) {
    Map<String, String> files = new TreeMap<>(certificates);
    files.put(TOKEN, pool + " " + token + "\n");
    return new SecretBuilder()
        .withNewMetadata()
        .withName(names.job(pool, job))
        .withLabels(names.labels(pool))
        .withOwnerReferences(owner == null ? List.of() : List.of(reference(owner)))
        .endMetadata()
        .withType("Opaque")
        .withStringData(files)
        .build();
  }

  private static OwnerReference reference(Job owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion("batch/v1")
        .withKind("Job")
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .build();
  }
}
