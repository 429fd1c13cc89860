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

  /** Its own words; those of the network, where it does not answer. */
  public static String words(KubernetesClientException thrown) {
    Status status = thrown.getStatus();
    if (status != null && status.getMessage() != null) {
      return status.getMessage();
    }
    return thrown.getCode() > 0 ? String.valueOf(thrown.getMessage()) : network(thrown).toString();
  }

  /** What it is wrapped in says what was asked, and what is in it has no words. */
  private static Throwable network(Throwable thrown) {
    Throwable found = thrown;
    while (found.getCause() != null && !found.getClass().getName().startsWith("java.net.")) {
      found = found.getCause();
    }
    return found;
  }
}
