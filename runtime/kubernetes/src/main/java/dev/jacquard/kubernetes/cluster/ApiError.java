package dev.jacquard.kubernetes.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Set;

/** What the API server answers when it does not do what it is asked. */
public final class ApiError {

  private static final int INVALID = 422;
  private static final Set<Integer> FINAL =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST,
          HttpURLConnection.HTTP_UNAUTHORIZED,
          HttpURLConnection.HTTP_FORBIDDEN,
          HttpURLConnection.HTTP_NOT_FOUND,
          INVALID);

  private ApiError() {}

  /** Whether it would answer the same again. */
  public static boolean isFinal(KubernetesClientException thrown) {
    return FINAL.contains(thrown.getCode());
  }

  /** Its own words. */
  public static String words(KubernetesClientException thrown) {
    Status status = thrown.getStatus();
    return status == null || status.getMessage() == null
        ? String.valueOf(thrown.getMessage())
        : status.getMessage();
  }
}
